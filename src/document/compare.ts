/**
 * What a change of a campaign means for a vendor: two published documents compared, and every difference told in a sentence
 * and classified. Only what stands in the documents counts: what a token cannot see is in neither.
 */
import { isDeepStrictEqual } from 'node:util';
import { compareFields } from './compare-fields.ts';
import { compareSchemas } from './compare-schemas.ts';
import {
  additive,
  breaking,
  type DocumentChange,
  once,
  sayRequired,
  textual,
  withoutWords,
} from './document-change.ts';
import { notesIn } from './introduction.ts';
import { limitsIn } from './limits.ts';
import { type OpenApiDocument, operationsOf, type Parameter, type Schema } from './openapi.ts';
import { code } from './words.ts';

/** The changes from `before` to `after`, the breaking ones first; none where the documents say the same. */
export function compareDocuments(before: OpenApiDocument, after: OpenApiDocument): readonly DocumentChange[] {
  const changes = once([
    ...compareOperations(before, after),
    ...compareFields(before, after),
    ...compareStatus(before, after),
    ...compareParameters(before, after),
    ...compareDuplicates(before, after),
    ...compareTitle(before, after),
    ...compareAccount(before, after),
    ...compareSupport(before, after),
    ...compareLimits(before, after),
  ]);
  const told = changes.filter((change) => !isOfField(change, changes) && !isOfRequest(change, changes));
  if (told.length > 0) return told.toSorted((a, b) => order.indexOf(a.class) - order.indexOf(b.class));
  if (!isDeepStrictEqual(without(before, examples), without(after, examples))) {
    return isDeepStrictEqual(without(before, words), without(after, words))
      ? [textual('Descriptions were changed.')]
      : [breaking('Something has changed that is not told here: compare the documents.')];
  }
  return [];
}

/** Whether it tells of a parameter what another sentence tells of its field: one is enough. */
const isOfField = ({ sentence }: DocumentChange, all: readonly DocumentChange[]): boolean =>
  sentence.startsWith('The parameter ') &&
  all.some((one) => one.sentence === sentence.replace(/^The parameter `(fields\.)?/, '`'));

/** Whether it says of answers what another says of requests as well, and breaks as much. */
const isOfRequest = (change: DocumentChange, all: readonly DocumentChange[]): boolean =>
  change.sentence.includes(' in answers') &&
  all.some((one) => one.class === change.class && one.sentence === change.sentence.replace(' in answers', ''));

const order: readonly DocumentChange['class'][] = ['breaking', 'additive', 'textual'];

/** The revision stands in `version`, and in examples. */
const examples: ReadonlySet<string> = new Set(['example', 'examples', 'version']);
const words: ReadonlySet<string> = new Set([...examples, 'description', 'x-label', 'x-enumDescriptions', 'x-form']);

function without(node: unknown, members: ReadonlySet<string>): unknown {
  if (Array.isArray(node)) return node.map((one) => without(one, members));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).flatMap(([name, value]) => (members.has(name) ? [] : [[name, without(value, members)]])),
  );
}

const schemaOf = (document: OpenApiDocument, name: string): Schema => document.components.schemas?.[name] ?? {};

export function compareOperations(before: OpenApiDocument, after: OpenApiDocument): DocumentChange[] {
  // Of a form it is told what is told of its JSON.
  const names = (document: OpenApiDocument) =>
    operationsOf(document).flatMap(({ operation }) =>
      operation['x-json-operation'] === undefined ? [operation.operationId] : [],
    );
  const [old, now] = [names(before), names(after)];
  return [
    ...old.filter((name) => !now.includes(name)).map((name) => breaking(`${code(name)} is no longer offered.`)),
    ...now.filter((name) => !old.includes(name)).map((name) => additive(`${code(name)} is now offered.`)),
  ];
}

function compareStatus(before: OpenApiDocument, after: OpenApiDocument): DocumentChange[] {
  const requiredIn = (document: OpenApiDocument) =>
    ((schemaOf(document, 'LeadCreate').required ?? []) as string[]).includes('status');
  const [was, is] = [requiredIn(before), requiredIn(after)];
  const writes = (document: OpenApiDocument) => operationsOf(document).some(({ operation }) => operation.requestBody);
  const answer = (document: OpenApiDocument) =>
    ((schemaOf(document, 'Lead').properties ?? {}) as Record<string, Schema>).status ?? {};
  return withoutWords([
    ...(was !== is && writes(before) && writes(after) ? [sayRequired('status', is)] : []),
    ...(writes(before) && writes(after)
      ? compareSchemas('status', schemaOf(before, 'StatusInput'), schemaOf(after, 'StatusInput'), 'request')
      : []),
    ...compareSchemas('status', answer(before), answer(after), 'answer'),
  ]);
}

/** Parameters by which leads are listed: told by field, for one field has several. */
function compareParameters(before: OpenApiDocument, after: OpenApiDocument): DocumentChange[] {
  const [old, now] = [listParameters(before), listParameters(after)];
  const gone = [...old.keys()].filter((name) => !now.has(name));
  const added = [...now.keys()].filter((name) => !old.has(name));
  const fields = (names: readonly string[]) => [...new Set(names.map((name) => name.split('.').slice(0, 2).join('.')))];
  return [
    ...fields(gone).map((name) => breaking(`Leads can no longer be listed by ${code(name)}.`)),
    ...fields(added).map((name) => additive(`Leads can now be listed by ${code(name)}.`)),
    ...[...now].flatMap(([name, parameter]) => {
      const was = old.get(name);
      return was ? compareSchemas(`?${name}`, itemsOf(was), itemsOf(parameter), 'request', false) : [];
    }),
  ];
}

function listParameters(document: OpenApiDocument): ReadonlyMap<string, Parameter> {
  const list = operationsOf(document).find(({ operation }) => operation.operationId === 'listLeads');
  return new Map((list?.parameters ?? []).filter((p) => p.in === 'query').map((p) => [p.name, p]));
}

const itemsOf = ({ schema }: Parameter): Schema => (schema.items ?? schema) as Schema;

/** What counts as a duplicate no schema can say: its words stand beside 409, and a mark in answers. */
function compareDuplicates(before: OpenApiDocument, after: OpenApiDocument): DocumentChange[] {
  const words = (document: OpenApiDocument) => {
    const responses = (document.components.responses ?? {}) as Record<string, { description?: string }>;
    return responses.Conflict?.description?.split('\n\n').slice(1).join('\n\n') ?? '';
  };
  const [was, is] = [words(before), words(after)];
  const marked = (document: OpenApiDocument) =>
    Object.hasOwn((schemaOf(document, 'Lead').properties ?? {}) as object, 'duplicate_of');
  return [
    ...(was === is ? [] : [sayRule(was, is)]),
    ...(marked(before) === marked(after)
      ? []
      : [
          marked(after)
            ? additive(`A new lead that is a duplicate is marked by ${code('duplicate_of')}.`)
            : breaking(`Duplicates are no longer marked by ${code('duplicate_of')}.`),
        ]),
  ];
}

function sayRule(was: string, is: string): DocumentChange {
  if (is === '') return additive('Duplicates are no longer refused.');
  return breaking(`${was === '' ? 'Duplicates are now refused' : 'What is refused as a duplicate has changed'}: ${is}`);
}

function compareTitle(before: OpenApiDocument, after: OpenApiDocument): DocumentChange[] {
  return before.info.title === after.info.title
    ? []
    : [textual(`The campaign is now called “${String(after.info.title).replace(/: Lead API$/, '')}”.`)];
}

/** The name of the account stands in the licence: there is one by agreement with it. */
function compareAccount({ info: before }: OpenApiDocument, { info: after }: OpenApiDocument): DocumentChange[] {
  const [was, is] = [before, after].map(({ license }) => (license as { name?: string } | undefined)?.name);
  return was === is ? [] : [textual(`The account is now called “${String(is).replace(/^By agreement with /, '')}”.`)];
}

/** Whom to ask, and what the admin tells every vendor, and this one. */
function compareSupport({ info: before }: OpenApiDocument, { info: after }: OpenApiDocument): DocumentChange[] {
  const [was, is] = [before, after].map(({ description }) => notesIn(String(description)));
  return [
    ...(isDeepStrictEqual(supportIn(before), supportIn(after))
      ? []
      : [textual(supportIn(after) ? 'The support contact has changed.' : 'There is no support contact any more.')]),
    ...(was?.campaign === is?.campaign ? [] : [textual('The notes on this campaign were changed.')]),
    ...(was?.token === is?.token ? [] : [textual('The notes for this token were changed.')]),
  ];
}

/** Whom the admin names. Where nobody is named, the account is, which is told by its own sentence. */
function supportIn({ contact, license }: OpenApiDocument['info']): unknown {
  const { name, ...at } = (license ?? {}) as { name?: string; url?: string };
  const account = { name: name?.replace(/^By agreement with /, ''), ...at };
  return isDeepStrictEqual(contact, account) ? undefined : contact;
}

/** Of what both tell: what a token may do is told by its operations. */
function compareLimits({ info: before }: OpenApiDocument, { info: after }: OpenApiDocument): DocumentChange[] {
  const [was, is] = [before, after].map(({ description }) => limitsIn(String(description)));
  const most = (limit: string) => Number(/[\d,]+/.exec(limit)?.[0].replaceAll(',', '') ?? Number.POSITIVE_INFINITY);
  return [...(is ?? [])].flatMap(([what, limit]) => {
    const old = was?.get(what);
    if (old === undefined || old === limit) return [];
    return [(most(limit) < most(old) ? breaking : additive)(`${what}: now ${limit}, and ${old} before.`)];
  });
}
