/**
 * The combined document of a broad token: the account level, and the paths of every campaign that the token reaches. It is put
 * together of the campaigns' fragments, which are kept, so that a change of one campaign costs one fragment.
 */
import { createHash } from 'node:crypto';
import { setImmediate as others } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import { sharedBase } from './apply.ts';
import { baseDocument } from './base.ts';
import { type Fragment, fragmentOf, referencesIn } from './fragment.ts';
import type { OpenApiDocument } from './openapi.ts';
import type { Reading } from './publish.ts';

/** A campaign as it is named in a list, with the epoch of its definition. */
export interface Listed {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly epoch: string;
}

export interface Account {
  readonly name: string;
  readonly permission: string;
  readonly campaigns: readonly Listed[];
  /** The documents of these campaigns, in their order. */
  readonly documents: (campaigns: readonly Listed[]) => AsyncIterable<OpenApiDocument>;
}

export type Combiner = (account: Account) => Promise<Reading>;

/** Characters of whole documents that are kept: one of 500 campaigns has some 35 million. */
const kept = 80_000_000;

/** `max`: how many campaigns' fragments are kept. */
export function createCombiner(publicUrl: string, max = 5_000): Combiner {
  const fragments = new LRUCache<string, Fragment>({ max });
  const made = new LRUCache<string, string>({ maxSize: kept, sizeCalculation: (json) => json.length });
  return async ({ name, permission, campaigns, documents }) => {
    const keyOf = ({ id, epoch }: Listed) => `${id} ${epoch} ${permission}`;
    const etag = tagOf([name, ...campaigns.map((one) => `${keyOf(one)} ${one.slug} ${one.name}`)]);
    const known = made.get(etag);
    if (known !== undefined) return { json: known, etag };

    const parts = new Map(campaigns.map((one) => [keyOf(one), fragments.get(keyOf(one))]));
    const missing = campaigns.filter((one) => !parts.get(keyOf(one)));
    let next = 0;
    for await (const document of documents(missing)) {
      const campaign = missing[next++] as Listed;
      const fragment = fragmentOf(document, campaign.slug);
      fragments.set(keyOf(campaign), fragment);
      parts.set(keyOf(campaign), fragment);
      // Many campaigns take a while, in which other requests want to be answered.
      if (next % 20 === 0) await others();
    }
    const json = join(
      publicUrl,
      name,
      campaigns,
      [...parts.values()].flatMap((part) => part ?? []),
    );
    made.set(etag, json);
    return { json, etag };
  };
}

const tagOf = (parts: readonly string[]) =>
  `"${createHash('sha256').update(parts.join('\n')).digest('base64url').slice(0, 22)}"`;

function join(publicUrl: string, name: string, campaigns: readonly Listed[], parts: readonly Fragment[]): string {
  const base = sharedBase(baseDocument('account'));
  const { components: own, paths, tags, ...rest } = base;
  const head = {
    ...rest,
    info: { ...rest.info, title: `${name}: Lead API`, summary: 'The account level, and every campaign.' },
    servers: [{ url: `${publicUrl}/v1`, description: 'The Lead API.' }],
    tags: [
      ...(tags as readonly object[]),
      ...campaigns.map(({ slug, name: campaign }) => ({ name: slug, description: campaign || slug })),
    ],
  };
  const sections = shared(own as unknown as Sections, parts);
  const components = Object.entries(sections).map(([section, members]) => {
    const texts = [inner(JSON.stringify(members)), ...parts.map((part) => part.components[section] ?? '')];
    return `${JSON.stringify(section)}:{${texts.filter((text) => text !== '').join(',')}}`;
  });
  const allPaths = [inner(JSON.stringify(paths)), ...parts.map((part) => part.paths)].filter((text) => text !== '');
  return `{${inner(JSON.stringify(head))},"paths":{${allPaths.join(',')}},"components":{${components.join(',')}}}`;
}

type Sections = Record<string, Record<string, unknown>>;

const inner = (json: string): string => json.slice(1, -1);

/** The components of the account level, and those that campaigns share, with all that these refer to. */
function shared(own: Sections, parts: readonly Fragment[]): Sections {
  const base = sharedBase(baseDocument('leads')).components as unknown as Sections;
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
