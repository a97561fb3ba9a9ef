/**
 * The sample programs of a documentation page, run as a vendor runs them: they send a lead, read all pages, keep a copy,
 * print what is wrong, and send again if they get no response, so that the lead is written once. If a language is not
 * installed, a parser reads its program.
 */
import { execFile, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parser as php } from '@lezer/php';
import { parser as python } from '@lezer/python';
import { Language as Grammar, Parser } from 'web-tree-sitter';
import { type Language, languages, sampleProgram } from '../../src/docs/sample-programs.ts';
import { publish } from '../../src/document/publish.ts';
import { everySeed, randomSubject } from '../support/draws/arbitraries.ts';
import { fixtures, grantOf, publicUrl } from '../support/fixtures.ts';
import { least, startVendors, type Vendors } from '../support/vendors.ts';

const run = promisify(execFile);
let v: Vendors;
let csharp: Parser;
const folder = mkdtempSync(join(tmpdir(), 'leadspec-samples-'));
beforeAll(async () => {
  v = await startVendors();
  await Parser.init();
  csharp = new Parser();
  const grammar = createRequire(import.meta.url).resolve('tree-sitter-c-sharp/tree-sitter-c_sharp.wasm');
  csharp.setLanguage(await Grammar.load(grammar));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await v.stop();
});

const canRun = (program: string, ...args: string[]) => spawnSync(program, args).status === 0;
const runnable: readonly { language: Language; program: string; file: string; here: boolean }[] = [
  { language: 'javascript', program: process.execPath, file: 'leads.mjs', here: true },
  { language: 'python', program: 'python3', file: 'leads.py', here: canRun('python3', '--version') },
  {
    language: 'php',
    program: 'php',
    file: 'leads.php',
    here: canRun('php', '-r', 'exit(function_exists("curl_init") ? 0 : 1);'),
  },
];

const fetched = async (docsId: string, language: string) =>
  (await fetch(`${v.server.url}/docs/${docsId}/samples/${language}`)).text();

for (const { language, program, file, here } of runnable) {
  const runs = here ? test : test.skip;
  const start = async (args: readonly string[], { token = v.tokens.xyz.secret, text = '', home = '' } = {}) => {
    const place = home === '' ? mkdtempSync(join(folder, 'run-')) : home;
    const source = text === '' ? await fetched(v.tokens.xyz.docsId, language) : text;
    writeFileSync(join(place, file), source);
    const env = { ...process.env, LEADS_TOKEN: token, NODE_OPTIONS: '' };
    return run(program, [file, ...args], { cwd: place, env });
  };

  runs(`${language}, where it is installed: sends, reads, and keeps a copy that follows the changes`, async () => {
    const { stdout } = await start(['send']);
    expect(stdout).toMatch(/^201 [0-9a-f-]{36}\n$/);
    const id = stdout.trim().slice(4);
    for (let i = 0; i < 3; i += 1) await v.xyz.post('/leads', { fields: least });

    const { count } = (await v.xyz.get('/leads/count')).body as { count: number };
    const lines = (await start(['list'])).stdout.trim().split('\n');
    expect(lines.map((line) => JSON.parse(line).id)).toContain(id);
    expect(lines.length).toBe(count);

    const home = mkdtempSync(join(folder, 'mirror-'));
    const copy = () => Object.keys(JSON.parse(readFileSync(join(home, 'leads.json'), 'utf8')).leads);
    await start(['mirror', 'once'], { home });
    expect(copy().length).toBe(count);
    const { id: later } = (await v.xyz.post('/leads', { fields: least })).body as { id: string };
    await v.xyz.delete(`/leads/${id}`);
    await start(['mirror', 'once'], { home });
    expect(copy()).toContain(later);
    expect(copy()).not.toContain(id);
  });

  runs(`${language}, where it is installed: prints the status and every mistake`, async () => {
    const text = (await fetched(v.tokens.xyz.docsId, language))
      .replace('anna@example.com', 'nobody')
      .replace('"zip": "', '"zip": "x');
    await expect(start(['send'], { text })).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/422 invalid_lead: [\s\S]*\/fields\/email: [\s\S]*\/fields\/zip: /),
    });
    await expect(start(['list'], { token: `lsp_${'x'.repeat(49)}` })).rejects.toMatchObject({
      stderr: expect.stringContaining('401 invalid_token'),
    });
  });

  runs(`${language}, where it is installed: writes once, however often it has to send`, async () => {
    const bad = await startBadDay();
    const text = (await fetched(v.tokens.xyz.docsId, language)).replaceAll(v.server.url, bad.url);
    const count = async () => (await v.xyz.get('/leads/count')).body.count as number;
    const before = await count();
    expect((await start(['send'], { text })).stdout).toMatch(/^201 /);
    expect(bad.keys.length).toBe(3);
    expect(new Set(bad.keys).size).toBe(1);
    expect(await count()).toBe(before + 1);
    await bad.stop();
  });
}

/** A proxy before the server: it first answers 503, then loses a response, and then forwards everything. */
async function startBadDay() {
  const keys: unknown[] = [];
  const server: Server = createServer((req, res) => {
    keys.push(req.headers['idempotency-key']);
    if (keys.length === 1) {
      req.resume();
      res
        .writeHead(503, { 'retry-after': '1', 'content-type': 'application/problem+json' })
        .end('{"code":"unavailable"}');
      return;
    }
    const lost = keys.length === 2;
    const on = request(v.server.url + req.url, { method: req.method, headers: req.headers }, (answer) => {
      if (lost) answer.resume().on('end', () => req.socket.destroy());
      else answer.pipe(res.writeHead(answer.statusCode ?? 0, answer.headers));
    });
    req.pipe(on);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    keys,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** The syntax errors that a parser finds; empty for correct code. Node reads JavaScript. */
function mistakes(language: Language, source: string): string[] {
  if (language === 'csharp') return csharp.parse(source)?.rootNode.hasError ? [source] : [];
  if (language === 'javascript') {
    const { status, stderr } = spawnSync(process.execPath, ['--check', '--input-type=module', '-'], { input: source });
    return status === 0 ? [] : [stderr.toString()];
  }
  const found: string[] = [];
  (language === 'php' ? php : python).parse(source).iterate({
    enter: ({ type, from }) => {
      if (type.isError) found.push(source.slice(from, from + 40));
    },
  });
  return found;
}

test.each(languages)('%s: the program is valid, whatever the document contains', async (language) => {
  const program = await fetched(v.tokens.xyz.docsId, language);
  expect(mistakes(language, program)).toEqual([]);
  expect(program).toContain(`${v.server.url}/v1/campaigns/${v.campaign.slug}`);
  for (const said of ['YOUR_API_TOKEN', 'Idempotency-Key', 'Retry-After', 'feed_reset'])
    expect(program.toLowerCase().replaceAll('retryafter', 'retry-after')).toContain(said.toLowerCase());
  expect(program).not.toMatch(/\[\[|\]\]$|__LEAD__|__BASE_URL__/m);
  for (const fixture of Object.values(fixtures)) {
    const awkward = publish(grantOf(fixture, 'scoped-read-write'), publicUrl);
    expect(mistakes(language, sampleProgram(language, awkward))).toEqual([]);
  }
  await everySeed(3, (random) => {
    const source = sampleProgram(language, publish(randomSubject(random), publicUrl));
    expect([source, mistakes(language, source)]).toEqual([source, []]);
  });
});

test.each(languages)('%s: a token that cannot create leads gets the program without sending', async (language) => {
  const reader = await v.token({ filter: 'Vendor XYZ', permission: 'read' });
  const program = await fetched(reader.docsId, language);
  expect(mistakes(language, program)).toEqual([]);
  expect(program).not.toMatch(/\bsend\b|__LEAD__|\[\[/i);
});
