/**
 * The demo as a separate process, for tests that kill it or its database: the environment of its start, and its vendor's
 * token without limits.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '../../src/database/postmaster.ts';
import type { Body } from './client.ts';
import type { ServiceProcess } from './process.ts';

const password = 'a password of the test';

/** On a fixed port, so that a second start answers at the same address. */
export async function demoEnvironment(dataDir: string): Promise<Record<string, string>> {
  return {
    LEADSPEC_DATA_DIR: dataDir,
    LEADSPEC_DEMO: '1',
    LEADSPEC_ADMIN_PASSWORD: password,
    PORT: String(await freePort()),
  };
}

/** The file that a start writes for the demo's operator: documentation addresses, tokens, lines to paste. */
export const toldOfDemo = (service: ServiceProcess) => readFile(join(service.dataDir, 'demo.txt'), 'utf8');

/** The token of the demo's vendor with write permission. */
export const demoToken = async (service: ServiceProcess) =>
  /lsp_[A-Za-z0-9]{49}/.exec(await toldOfDemo(service))?.[0] ?? '';

/** The same token with its limits for requests and written leads lifted, because these tests are not about limits. */
export async function unlimitedToken(service: ServiceProcess): Promise<string> {
  const token = await demoToken(service);
  const manage = async (method: string, path: string, body?: unknown, cookie = '') => {
    const headers = { 'content-type': 'application/json', cookie };
    const init = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) };
    const response = await fetch(`${service.url}/manage/v1${path}`, init);
    const text = await response.text();
    if (response.status !== 200) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return { answer: JSON.parse(text) as Body, cookie: response.headers.getSetCookie()[0] ?? '' };
  };
  const { cookie } = await manage('POST', '/session', { email: 'owner@example.com', password });
  const { answer } = await manage('GET', '/campaigns/solar-dk/tokens', undefined, cookie);
  const { id } = answer.data.find((one) => token.startsWith(String(one.prefix))) ?? { id: '' };
  const rate_limit = { requests_per_minute: 0, writes_per_minute: 0 };
  await manage('PATCH', `/tokens/${id}`, { rate_limit }, cookie);
  return token;
}
