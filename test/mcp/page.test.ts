/**
 * The texts to paste in `docs/mcp.md` work: the configurations are JSON and send the token, and the shell command gets a
 * response.
 */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { solarPlan } from '../support/campaigns.ts';
import { startVendors } from '../support/vendors.ts';

const page = await readFile(new URL('../../docs/mcp.md', import.meta.url), 'utf8');
const blocks = (language: string): string[] =>
  [...page.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, block = '']) => block);

test('each configuration is JSON, and sends the token in a header', () => {
  const configurations = blocks('json');

  expect(configurations).toHaveLength(3);
  for (const text of configurations) expect(JSON.stringify(JSON.parse(text))).toMatch(/Authorization.*Bearer/);
});

test('the line for the shell calls a tool', async () => {
  const v = await startVendors({ ...solarPlan, slug: 'solar-dk' });
  const line = blocks('sh').find((block) => block.startsWith('curl ')) ?? '';

  const { stdout } = await promisify(execFile)('bash', ['-c', line], {
    env: { ...process.env, BASE: v.server.url, TOKEN: v.tokens.xyz.secret },
  });

  expect(JSON.parse(stdout)).toMatchObject({ result: { structuredContent: { data: [], next_cursor: null } } });
  await v.stop();
});
