/**
 * The combined document of a broad token: the account level, and the paths of every campaign that the token reaches. It is
 * joined from the campaigns' fragments, which are cached as bytes: a change of one campaign only remakes its own fragment,
 * and documents share fragments.
 */
import { setImmediate as others } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import { weakTag } from '../operation/entity-tags.ts';
import { baseDocument } from './base.ts';
import { asOpenApi30, inOpenApi30 } from './conversions/openapi-30.ts';
import { type JsonPieces, jsonPieces } from './conversions/pieces.ts';
import type { Interface } from './document-of.ts';
import { campaignProblemExamples, sharedProblemExamples } from './examples/problem-examples.ts';
import { asItIs, type Fragment, fragmentOf, referencesIn } from './fragment.ts';
import type { OpenApiDocument } from './openapi.ts';
import { applyOverlay } from './overlay/apply.ts';
import { headName, printable } from './words/markdown-text.ts';

/** A campaign in the list of an account, with the epoch of its definition. */
export interface Listed {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly epoch: string;
  /** The revision of the token's document for this campaign. */
  readonly revision: number;
}

export interface Account {
  readonly name: string;
  /** The revision of the whole document. */
  readonly revision: number;
  readonly permission: string;
  readonly campaigns: readonly Listed[];
  /** The interfaces of these campaigns' documents, in the same order. */
  readonly interfaces: (campaigns: readonly Listed[]) => AsyncIterable<Interface>;
}

export interface Combined {
  readonly etag: string;
  readonly body: JsonPieces;
}

export type CombinedForm = 'plain' | '3.0';

export type Combiner = (account: Account) => Promise<Combined>;

/**
 * The largest number of cached bytes, of fragments and of whole documents. A document of 500 campaigns has some 35 million
 * bytes.
 */
const defaultMaxSize = 80_000_000;

/** `form`: the form of the documents. */
export function createCombiner(publicUrl: string, form: CombinedForm = 'plain', maxSize = defaultMaxSize): Combiner {
  const shape = form === '3.0' ? inOpenApi30 : asItIs;
  const fragments = new LRUCache<string, Fragment>({ maxSize, sizeCalculation: sizeOf });
  const made = new LRUCache<string, JsonPieces>({ maxSize, sizeCalculation: ({ length }) => length });
  return async ({ name, revision, permission, campaigns, interfaces }) => {
    const keyOf = (one: Listed) => `${one.id} ${one.epoch} ${one.revision} ${permission}`;
    const stands = [name, String(revision), ...campaigns.map((one) => `${keyOf(one)} ${one.slug} ${one.name}`)];
    const etag = weakTag(form, stands.join('\n'));
    const known = made.get(etag);
    if (known !== undefined) return { body: known, etag };

    const parts = new Map(campaigns.map((one) => [keyOf(one), fragments.get(keyOf(one))]));
    const missing = campaigns.filter((one) => !parts.get(keyOf(one)));
    let next = 0;
    for await (const one of interfaces(missing)) {
      const campaign = missing[next++] as Listed;
      const fragment = fragmentOf(one, campaign.slug, shape);
      fragments.set(keyOf(campaign), fragment);
      parts.set(keyOf(campaign), fragment);
      // Many campaigns take a while. Other requests are served in between.
      if (next % 4 === 0) await others();
    }
    const all = [...parts.values()].flatMap((part) => part ?? []);
    const body = jsonPieces(joined(publicUrl, form, { name, revision, campaigns }, all));
    made.set(etag, body);
    return { body, etag };
  };
}

const sizeOf = ({ paths, components }: Fragment): number =>
  Object.values(components).reduce((sum, { length }) => sum + length, paths.length);

function joined(
  publicUrl: string,
  form: CombinedForm,
  { name, revision, campaigns }: Pick<Account, 'name' | 'revision' | 'campaigns'>,
  parts: readonly Fragment[],
): Buffer[] {
  const account = baseDocument('account');
  const base = applyOverlay(account, sharedProblemExamples(account, publicUrl));
  const read = (form === '3.0' ? asOpenApi30({ ...base }) : base) as OpenApiDocument;
  const { components: own, paths, tags, ...rest } = read;
  const head = {
    ...rest,
    info: {
      ...rest.info,
      ...(form === 'plain' && { summary: 'The account level, and every campaign.' }),
      title: `${printable(name)}: Lead API`,
      version: String(revision),
      contact: { name: headName(name), url: `${publicUrl}/` },
    },
    servers: [{ url: `${publicUrl}/v1`, description: 'The Lead API.' }],
    tags: [
      ...(tags as readonly object[]),
      ...campaigns.map(({ slug, name: campaign }) => ({ name: slug, description: campaign || slug })),
    ],
  };
  const pieces = members(
    `{${inner(JSON.stringify(head))},"paths":{`,
    paths,
    parts.map((part) => part.paths),
  );
  let between = '},"components":{';
  for (const [section, mine] of Object.entries(shared(publicUrl, form, own as unknown as Sections, parts))) {
    const theirs = parts.flatMap((part) => part.components[section] ?? []);
    pieces.push(...members(`${between}${JSON.stringify(section)}:{`, mine, theirs));
    between = '},';
  }
  return [...pieces, Buffer.from('}}}')];
}

/**
 * The beginning of an object: the text before its members, the members of `mine`, and further members as text with a comma
 * before each.
 */
function members(before: string, mine: object, others: readonly Buffer[]): Buffer[] {
  const text = inner(JSON.stringify(mine));
  const [first, ...rest] = others;
  return [Buffer.from(before + text), ...(first ? [text === '' ? first.subarray(1) : first] : []), ...rest];
}

type Sections = Record<string, Record<string, unknown>>;

const inner = (json: string): string => json.slice(1, -1);

/** The components of the account level, those that campaigns share, and all components to which these refer. */
function shared(publicUrl: string, form: CombinedForm, own: Sections, parts: readonly Fragment[]): Sections {
  const plain = applyOverlay(baseDocument('leads'), campaignProblemExamples(publicUrl));
  const base = (form === '3.0' ? inOpenApi30(plain) : plain).components as unknown as Sections;
  const sections: Sections = Object.fromEntries(
    [...new Set([...Object.keys(own), ...parts.flatMap((part) => Object.keys(part.components))])].map((section) => [
      section,
      { ...own[section] },
    ]),
  );
  const add = (reference: string) => {
    const [section = '', name = ''] = reference.split('/');
    const into = sections[section] ?? {};
    sections[section] = into;
    if (Object.hasOwn(into, name)) return;
    into[name] = base[section]?.[name];
    for (const other of referencesIn(JSON.stringify(into[name]))) add(other);
  };
  for (const reference of new Set(parts.flatMap((part) => part.shared))) add(reference);
  return sections;
}
