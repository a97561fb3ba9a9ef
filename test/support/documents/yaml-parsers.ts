/**
 * Parsers of YAML, of both versions and by several makers. Each returns the meaning of a text as JSON. Parsers of other
 * languages are used if they are installed; a test names the missing ones.
 */
import { spawnSync } from 'node:child_process';
import { load } from 'js-yaml';
import { parse } from 'yaml';

export interface YamlParser {
  readonly name: string;
  /** The meaning of each text. Throws if a text is not YAML. */
  parse(texts: readonly string[]): unknown[];
}

/** A parser of another language: a program that gets a JSON list of texts, and prints a list of their meanings. */
function program(name: string, command: string, args: readonly string[]): YamlParser | undefined {
  const run = (texts: readonly string[]) =>
    spawnSync(command, args, { input: JSON.stringify(texts), encoding: 'utf8', maxBuffer: 1_000_000_000 });
  if (run(['a: 1']).stdout !== '[{"a": 1}]\n') return undefined;
  return {
    name,
    parse(texts) {
      const { status, stdout, stderr } = run(texts);
      if (status !== 0) throw new Error(stderr);
      return JSON.parse(stdout) as unknown[];
    },
  };
}

const python = `
import json, sys, yaml
loader = getattr(yaml, 'CSafeLoader', yaml.SafeLoader)
print(json.dumps([yaml.load(text, loader) for text in json.load(sys.stdin)], default=repr))`;
// Psych turns dates and the like into classes, which it then refuses.
const ruby = `
require 'json'; require 'yaml'
puts '[' + JSON.parse(STDIN.read).map { |text| JSON.generate(YAML.safe_load(text), space: ' ') }.join(', ') + ']'`;

const each = (name: string, one: (text: string) => unknown): YamlParser => ({ name, parse: (texts) => texts.map(one) });

const others = {
  PyYAML: program('PyYAML (1.1)', 'python3', ['-c', python]),
  Psych: program('Psych (1.1)', 'ruby', ['-e', ruby]),
};

export const yamlParsers: readonly YamlParser[] = [
  each('yaml (1.2)', (text) => parse(text)),
  each('yaml (1.1)', (text) => parse(text, { version: '1.1' })),
  each('js-yaml', (text) => load(text)),
  ...Object.values(others).filter((parser) => parser !== undefined),
];

/** The parsers that are not installed here. */
export const absentParsers: readonly string[] = Object.entries(others).flatMap(([name, one]) => (one ? [] : [name]));
