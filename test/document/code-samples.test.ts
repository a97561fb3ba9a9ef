/**
 * Code samples: those in curl and JavaScript run unchanged against the server, with a real token and real lead ids. Those in
 * PHP and Python run too if these are installed. A parser of its language reads every sample.
 */
import { execFile, spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parser as php } from '@lezer/php';
import { parser as python } from '@lezer/python';
import { Language, Parser } from 'web-tree-sitter';
import { tokenPlaceholder, withCodeSamples } from '../../src/document/examples/code-samples.ts';
import { type OpenApiDocument, operationsOf } from '../../src/document/openapi.ts';
import { publish } from '../../src/document/publish.ts';
import { everySeed, randomSubject } from '../support/draws/arbitraries.ts';
import { fixtures, grantOf, publicUrl } from '../support/fixtures.ts';
import { least, startVendors, type Vendors } from '../support/vendors.ts';

interface Sample {
  readonly lang: string;
  readonly source: string;
}

const run = promisify(execFile);
let v: Vendors;
let document: OpenApiDocument;
let csharp: Parser;
beforeAll(async () => {
  v = await startVendors();
  const answer = await fetch(`${v.server.url}/docs/${v.tokens.xyz.docsId}/openapi.json?samples=true`);
  document = (await answer.json()) as OpenApiDocument;
  await Parser.init();
  csharp = new Parser();
  const grammar = createRequire(import.meta.url).resolve('tree-sitter-c-sharp/tree-sitter-c_sharp.wasm');
  csharp.setLanguage(await Language.load(grammar));
});
afterAll(() => v.stop());

const samplesOf = (from: OpenApiDocument) =>
  operationsOf(from).map(({ operation }) => ({
    id: operation.operationId,
    samples: operation['x-codeSamples'] as readonly Sample[],
  }));

/** The sample of every operation in the language, ready to run. Deletions come last. */
async function ready(lang: string): Promise<{ id: string; source: string }[]> {
  const { id: lead } = await v.xyz.lead({ ...least, email: `${lang}@example.com` });
  const all = samplesOf(document).map(({ id, samples }) => ({
    id,
    source: (samples.find((sample) => sample.lang === lang)?.source ?? '')
      .replaceAll(tokenPlaceholder, v.tokens.xyz.secret)
      .replaceAll(/0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a8\d/g, lead)
      // Leads that the samples create must not exist already.
      .replaceAll('crm-4711', `crm-${lang}-${id}`)
      .replaceAll('A-1001', `crm-${lang}`),
  }));
  return all.toSorted((a, b) => Number(a.id === 'deleteLead') - Number(b.id === 'deleteLead'));
}
// The sample of a form by external id runs after the JSON sample, and finds its lead.
const creating = ['createLead', 'upsertLead', 'submitLeadForm'];
const expected = (id: string) => (creating.includes(id) ? 201 : id === 'deleteLead' ? 204 : 200);
const isBatch = (id: string) => id === 'writeLeads';

let ids: string[];
beforeAll(() => {
  ids = samplesOf(document).map(({ id }) => id);
});

test('every operation has a sample in every language', () => {
  const languages = samplesOf(document).map(({ id, samples }) => [id, samples.map(({ lang }) => lang)]);
  expect(languages).toEqual(ids.map((id) => [id, ['Shell', 'PHP', 'Python', 'JavaScript', 'C#']]));
  expect(ids.length).toBeGreaterThan(10);
});

test('curl: each is accepted', async () => {
  for (const { id, source } of (await ready('Shell')).filter(({ id: one }) => !isBatch(one))) {
    const { stdout } = await run('bash', ['-c', `${source} -sS -o /dev/null -w '%{http_code}'`]);
    expect([id, Number(stdout)]).toEqual([id, expected(id)]);
  }
});

test('JavaScript: each is accepted', async () => {
  for (const { id, source } of (await ready('JavaScript')).filter(({ id: one }) => !isBatch(one))) {
    const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', source]);
    expect([id, Number(stdout.split(' ')[0])]).toEqual([id, expected(id)]);
  }
});

test('a batch: its creation is accepted, in curl and in JavaScript', async () => {
  for (const lang of ['Shell', 'JavaScript']) {
    const source = (await ready(lang)).find(({ id }) => isBatch(id))?.source ?? '';
    const { stdout } =
      lang === 'Shell'
        ? await run('bash', ['-c', `${source} -sS`])
        : await run(process.execPath, ['--input-type=module', '--eval', source]);
    const { results } = JSON.parse(stdout.slice(stdout.indexOf('{'))) as { results: { status: number }[] };
    expect(results.map(({ status }) => status)).toEqual([201, 200, 204]);
  }
});

/** Whether the program is installed, with the libraries that samples need. */
const canRun = (program: string, ...args: string[]) => spawnSync(program, args).status === 0;

/** The output of the sample when the program runs it unchanged. */
async function shownBy(program: string, source: string): Promise<string> {
  const running = run(program);
  running.child.stdin?.end(source);
  return (await running).stdout;
}

const interpreters = [
  { lang: 'PHP', program: 'php', here: canRun('php', '-r', 'exit(function_exists("curl_init") ? 0 : 1);') },
  { lang: 'Python', program: 'python3', here: canRun('python3', '-c', 'import requests') },
];
for (const { lang, program, here } of interpreters)
  (here ? test : test.skip)(
    `${lang}, where it is installed: each shows the answer of an accepted request`,
    async () => {
      const all = await ready(lang);
      for (const { id, source } of all.filter(({ id: one }) => !isBatch(one))) {
        const shown = await shownBy(program, source);
        expect([id, shown]).toEqual([id, expect.not.stringContaining('/problems/')]);
        if (lang === 'Python') expect([id, Number(shown.split(' ')[0])]).toEqual([id, expected(id)]);
        else expect([id, shown === '']).toEqual([id, expected(id) === 204]);
      }
      const batch = (await ready(lang)).find(({ id }) => isBatch(id))?.source ?? '';
      const shown = await shownBy(program, batch);
      const { results } = JSON.parse(shown.slice(shown.indexOf('{'))) as { results: { status: number }[] };
      expect(results.map(({ status }) => status)).toEqual([201, 200, 204]);
    },
  );

/** The syntax errors that a parser finds; empty for correct code. */
function mistakes(lang: string, source: string): string[] {
  if (lang === 'C#') return csharp.parse(source)?.rootNode.hasError ? [source] : [];
  const found: string[] = [];
  (lang === 'PHP' ? php : python).parse(source).iterate({
    enter: ({ type, from }) => {
      if (type.isError) found.push(source.slice(from, from + 40));
    },
  });
  return found;
}

const parsed = ['PHP', 'Python', 'C#'];

test('PHP, Python and C#: a parser accepts each, and rejects wrong code', async () => {
  for (const { id, samples } of samplesOf(document))
    for (const { lang, source } of samples.filter((sample) => parsed.includes(sample.lang)))
      expect([id, lang, mistakes(lang, source)]).toEqual([id, lang, []]);
  for (const lang of parsed) expect(mistakes(lang, "<?php\n$x = ['a' => 'b'c'];\nf(")).not.toEqual([]);
});

test.each([
  [{}, 'json_encode(new stdClass())'],
  [{ fields: {}, status: 'new' }, "'fields' => new stdClass(),"],
  [{ external_id: "it's => []", fields: {} }, String.raw`'it\'s => []',`],
])('PHP: %j is written with empty objects that stay objects', (example, php) => {
  const made = structuredClone(document);
  const create = operationsOf(made).find(({ operation }) => operation.operationId === 'createLead');
  Object.assign(create?.operation.requestBody?.content['application/json'] ?? {}, { example });
  const samples = samplesOf(withCodeSamples(made)).find(({ id }) => id === 'createLead')?.samples;
  expect(samples?.find(({ lang }) => lang === 'PHP')?.source).toContain(php);
});

test('samples are valid for any values: random and awkward documents', async () => {
  const awkward = withCodeSamples(publish(grantOf(fixtures.awkward, 'scoped-read-write'), publicUrl).document);
  const judge = (from: OpenApiDocument) => {
    for (const { samples } of samplesOf(from))
      for (const { lang, source } of samples.filter((sample) => parsed.includes(sample.lang)))
        expect([lang, source, mistakes(lang, source)]).toEqual([lang, source, []]);
  };
  judge(awkward);
  await everySeed(5, (random) => judge(withCodeSamples(publish(randomSubject(random), publicUrl).document)));
  const hostile = structuredClone(publish(grantOf(fixtures.rich, 'scoped-read-write'), publicUrl).document);
  const name = 'O\'Neil "x" \\ $HOME `id` $(id) #{b} é😀\n"""\'\'\' */ ?> {}';
  const content = operationsOf(hostile).find(({ operation }) => operation.operationId === 'createLead')?.operation
    .requestBody?.content['application/json'] as unknown as { example: object };
  Object.assign(content, { example: { fields: { name } } });
  const made = withCodeSamples(hostile);
  judge(made);
  const shell = samplesOf(made).find(({ id }) => id === 'createLead')?.samples[0]?.source ?? '';
  const { stdout } = await run('bash', ['-c', `curl() { printf '%s\\n' "$@"; }; ${shell}`]);
  expect(JSON.parse(stdout.slice(stdout.indexOf('{')))).toEqual({ fields: { name } });
});
