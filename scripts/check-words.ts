/**
 * Counts the sentences that people read, and those that are built the wrong way round: `npm run check:words`. It prints the
 * share by kind and the worst files, and fails when the share of all is 1 % or more. `--all` prints every line, `--folders`
 * the share by folder, and further arguments are folders or files to look at alone.
 * It counts, and does not replace reading: a sentence can pass every rule and still be hard to understand.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path/posix';
import { fileURLToPath } from 'node:url';
import { brokenBy, sentencesOf } from './words/judge.ts';
import { type Text, textsOfCode } from './words/read-code.ts';
import { textsOfMarkdown, textsOfYaml } from './words/read-texts.ts';

const limit = 0.01;
const root = fileURLToPath(new URL('../', import.meta.url));
const options = process.argv.slice(2).filter((argument) => argument.startsWith('--'));
const places = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));

interface Count {
  sentences: number;
  inverted: number;
}

interface Finding {
  readonly file: string;
  readonly line: number;
  readonly rule: string;
  readonly sentence: string;
}

/** Files that git knows or would take, without those that a program makes. */
function filesToRead(): string[] {
  const list = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: root, encoding: 'utf8' });
  return list
    .split('\n')
    .filter((path) => /\.(tsx?|js|ya?ml|md)$/.test(path))
    .filter((path) => !/^(?:src\/generated|test\/golden|test\/client\/fixture)\/|^LICENSE/.test(path))
    .filter((path) => places.length === 0 || places.some((place) => path.startsWith(place.replace(/\/$/, ''))));
}

function textsOf(path: string): Text[] {
  const source = readFileSync(root + path, 'utf8');
  if (path.endsWith('.md')) return textsOfMarkdown(source);
  if (/\.ya?ml$/.test(path)) return textsOfYaml(source);
  return textsOfCode(path, source, { tests: path.startsWith('test/') });
}

const findings: Finding[] = [];
const kinds = new Map<string, Count>();
const folders = new Map<string, Count>();

function count(counts: Map<string, Count>, name: string, inverted: boolean): void {
  const entry = counts.get(name) ?? { sentences: 0, inverted: 0 };
  counts.set(name, entry);
  entry.sentences++;
  if (inverted) entry.inverted++;
}

for (const file of filesToRead()) {
  for (const { kind, line, text } of textsOf(file)) {
    for (const sentence of sentencesOf(text)) {
      const broken = brokenBy(sentence.text, kind);
      count(kinds, kind, broken.length > 0);
      count(folders, dirname(file), broken.length > 0);
      if (broken.length > 0)
        findings.push({ file, line: line + sentence.line, rule: broken.join('; '), sentence: sentence.text });
    }
  }
}

const share = ({ sentences, inverted }: Count) => `${((100 * inverted) / Math.max(1, sentences)).toFixed(1)} %`;
const show = (name: string, entry: Count) =>
  console.log(
    `${name.padEnd(34)} ${String(entry.inverted).padStart(5)} of ${String(entry.sentences).padStart(6)}  ${share(entry)}`,
  );

const byFile = Map.groupBy(findings, ({ file }) => file);
const worst = [...byFile].sort((a, b) => b[1].length - a[1].length);
const shown = options.includes('--all') ? worst : worst.slice(0, 10);
for (const [file, found] of shown) {
  console.log(`${file}: ${found.length}`);
  for (const { line, rule, sentence } of options.includes('--all') ? found : found.slice(0, 5))
    console.log(`  ${line}: (${rule}) ${sentence.length > 160 ? `${sentence.slice(0, 160)}…` : sentence}`);
}
if (shown.length < worst.length) console.log(`… and ${worst.length - shown.length} more files: --all shows them\n`);

if (options.includes('--folders'))
  for (const [name, entry] of [...folders].filter(([, entry]) => entry.inverted > 0).sort()) show(name, entry);
for (const [name, entry] of kinds) show(name, entry);
const all: Count = { sentences: 0, inverted: findings.length };
for (const { sentences } of kinds.values()) all.sentences += sentences;
show('all', all);
if (all.inverted >= limit * all.sentences) {
  console.error(`The share must stay under ${limit * 100} %.`);
  process.exit(1);
}
