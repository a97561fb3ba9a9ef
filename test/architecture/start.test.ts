/** All ways to install and start the service agree. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

test('the image starts the service as `npm start` does, with the same flags of Node', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: { start: string } };
  const [, command = '[]'] = /^CMD (\[.*\])$/m.exec(read('Dockerfile')) ?? [];
  expect(`exec ${(JSON.parse(command) as string[]).join(' ')}`).toBe(scripts.start);
});

test('an installation without what builds the console succeeds, and says what is missing', () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'leadspec-without-dev-'));
  cpSync(new URL('../../scripts/prepare.ts', import.meta.url), join(elsewhere, 'scripts/prepare.ts'));

  const { status, stderr } = spawnSync(process.execPath, ['scripts/prepare.ts'], { cwd: elsewhere, encoding: 'utf8' });

  expect(stderr).toContain('The console is not built');
  expect(status).toBe(0);
  rmSync(elsewhere, { recursive: true });
});
