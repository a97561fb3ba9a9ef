/** The log line of a request is the line that pino writes of the same object. */

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import type { RequestLine } from '../../src/logger.ts';

const run = promisify(execFile);

const line: RequestLine = {
  requestId: '0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a80',
  route: '/v1/campaigns/{slug}/leads/{lead_id}',
  method: 'GET',
  status: 200,
  ms: 1.3,
  token: 'lsp_abcd',
};
const lines: readonly RequestLine[] = [
  line,
  { ...line, status: 500, ms: 12, token: undefined },
  { ...line, status: undefined, requestId: 'A.b_c-1234' },
];

/** The lines that a process of its own writes, because they go to the standard output. */
async function written(gathered: boolean, level: string): Promise<readonly Record<string, unknown>[]> {
  const program = `
    import { createLogger, logRequest } from './src/logger.ts';
    const logger = createLogger({ level: '${level}', pretty: false, gathered: ${gathered} });
    for (const line of ${JSON.stringify(lines)})
      logRequest(logger, line.status === 500 ? 'error' : 'info', { status: undefined, token: undefined, ...line });`;
  const { stdout } = await run(process.execPath, ['--input-type=module-typescript', '-e', program]);
  return stdout
    .split('\n')
    .filter((text) => text !== '')
    .map((text) => ({ ...JSON.parse(text), time: 0 }));
}

test.each(['info', 'error'])('both lines are equal at the level %s', async (level) => {
  const joined = await written(true, level);
  expect(joined).toEqual(await written(false, level));
  expect(joined).toHaveLength(level === 'info' ? 3 : 1);
});
