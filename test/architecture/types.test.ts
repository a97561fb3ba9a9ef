/**
 * Laws that the types keep: a query on leads does not compile with the application's connection, and a grant cannot be
 * written down. TypeScript judges small files as if they stood in `src/http/`.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import ts from 'typescript';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { options } = ts.parseJsonConfigFileContent(
  ts.parseConfigFileTextToJson('tsconfig.json', readFileSync(`${root}tsconfig.json`, 'utf8')).config,
  ts.sys,
  root,
);
const imports = `
  import type { Grant } from '../access/grant.ts';
  import type { Database } from '../database/connection.ts';
  import { withLeads } from '../leads/store/tables.ts';
  export { withLeads };
  import type { operations, components } from '../generated/leads.ts';
  import type { Handler } from '../operation/handler.ts';
  import type { InputError } from '../problem/problem.ts';
  export type LeadHandler<Id extends keyof operations> = Handler<operations[Id], unknown>;
  declare const lead: components['schemas']['Lead'];
  export { lead, type InputError };
  declare const db: Database;
  declare const parts: Omit<Grant, never>;
`;

const snippets = {
  'configuration by the application': "export const query = db.selectFrom('campaigns').selectAll();",
  'leads by the application': "export const query = db.selectFrom('leads').selectAll();",
  'events by the application': "export const query = db.insertInto('lead_events');",
  'leads by the store': "export const query = withLeads(db).selectFrom('leads').selectAll();",
  'a lead with its tag':
    "export const get: LeadHandler<'getLead'> = async () => ({ status: 200, headers: { ETag: 'W/\"1\"' }, body: lead });",
  'a lead without its tag': "export const get: LeadHandler<'getLead'> = async () => ({ status: 200, body: lead });",
  'a lead with other headers':
    "export const get: LeadHandler<'getLead'> = async () => ({ status: 200, headers: {}, body: lead });",
  'an error code of the table': "export const error: InputError = { pointer: '/a', code: 'not_allowed', detail: '' };",
  'an error code that is misspelt':
    "export const error: InputError = { pointer: '/a', code: 'not_alowed', detail: '' };",
  'a grant written down': `export const grant: Grant = {
    actor: parts.actor, campaign: parts.campaign, permission: 'read', broad: true, scope: { kind: 'everything' }, pins: parts.pins, revision: 1, guard: parts.guard };`,
};
type Snippet = keyof typeof snippets;

const pathOf = (name: string) => `${root}src/http/${name.replaceAll(' ', '-')}.snippet.ts`;
const texts = new Map(Object.entries(snippets).map(([name, text]) => [pathOf(name), `${imports}\n${text}`]));
const host = ts.createCompilerHost(options);
const { fileExists, readFile } = host;
host.fileExists = (path) => texts.has(path) || fileExists(path);
host.readFile = (path) => texts.get(path) ?? readFile(path);
const program = ts.createProgram([...texts.keys()], { ...options, noUnusedLocals: false }, host);

/** The error numbers in a snippet's own text. */
const errorsIn = (name: Snippet): number[] =>
  ts.getPreEmitDiagnostics(program, program.getSourceFile(pathOf(name))).map(({ code }) => code);

test("a query on leads compiles in the store's hands, and in no others", () => {
  expect(errorsIn('configuration by the application')).toEqual([]);
  expect(errorsIn('leads by the store')).toEqual([]);
  // 2345 and 2769: the type of the connection does not know this argument.
  expect([2345, 2769]).toContain(errorsIn('leads by the application')[0]);
  expect([2345, 2769]).toContain(errorsIn('events by the application')[0]);
});

test('a grant cannot be written down: its mark has no name outside access/grant.ts', () => {
  expect(errorsIn('a grant written down')).toEqual([2741]);
});

test('a handler must give the headers that the spec requires', () => {
  expect(errorsIn('a lead with its tag')).toEqual([]);
  expect(errorsIn('a lead without its tag')).toEqual([2322]);
  expect(errorsIn('a lead with other headers')).toEqual([2322]);
});

test('an error code must be in the table', () => {
  expect(errorsIn('an error code of the table')).toEqual([]);
  expect(errorsIn('an error code that is misspelt')).toEqual([2820]);
});
