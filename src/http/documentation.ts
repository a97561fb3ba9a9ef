/**
 * What a documentation address shows, each under its suffix: the page, the document in its forms, and its changelog in its
 * forms. All of it is made of the token's subject, and of what the campaign was before.
 */
import { isDeepStrictEqual } from 'node:util';
import { LRUCache } from 'lru-cache';
import { stringify } from 'yaml';
import { pinsOfScope } from '../access/grant.ts';
import { beginningsOf, stateOf, type Token } from '../access/tokens.ts';
import { listRevisions, type Revision, revisedAt } from '../campaign/revisions.ts';
import { campaignAt } from '../campaign/snapshot.ts';
import type { Database } from '../database/connection.ts';
import { type Changelog, changelogFeed, changelogJson, changelogPage } from '../docs/changelog-page.ts';
import { redocPage } from '../docs/redoc-page.ts';
import { type ChangelogEntry, changelogOf, type PastSubject } from '../document/changelog.ts';
import { createExample, updateExample } from '../document/examples.ts';
import { type JsonPieces, textOf } from '../document/pieces.ts';
import { createPostmanMaker } from '../document/postman-maker.ts';
import type { DocumentSubject, Publisher } from '../document/publish.ts';
import { checkable } from './check.ts';
import type { Asked } from './docs-reader.ts';
import { brandFor } from './logo.ts';

export interface Shown {
  readonly type: 'html' | 'json' | 'yaml' | 'atom';
  readonly text: string | JsonPieces;
  readonly etag?: string;
  /** Of the campaign that it is about. */
  readonly revision?: number;
}

/** How many revisions a changelog looks back. */
const kept = 100;

export function createDocumentation(db: Database, publisher: Publisher, publicUrl: string) {
  const postman = createPostmanMaker();
  const changelogs = new LRUCache<string, Promise<readonly ChangelogEntry[]>>({ max: 500 });
  /** By the document's tag. To write one takes many times as long as the document itself. */
  const yamls = new LRUCache<string, string>({ maxSize: 32_000_000, sizeCalculation: ({ length }) => length });

  const changelog = async (asked: Asked): Promise<Changelog> => ({
    toCome: publisher(asked.subject).toCome,
    entries: await entriesOf(asked),
  });
  const entriesOf = ({ token, subject }: Asked): Promise<readonly ChangelogEntry[]> => {
    const { campaign, permission } = subject;
    const key = [token.id, token.version, campaign.id, campaign.epoch, permission].join(' ');
    const known = changelogs.get(key);
    if (known) return known;
    const making = pastOf(db, token, subject).then((past) => changelogOf(past, publicUrl));
    changelogs.set(key, making);
    making.catch(() => changelogs.delete(key));
    return making;
  };
  const placeOf = ({ subject: { campaign }, base }: Asked) => ({
    name: campaign.name,
    account: campaign.accountName,
    url: `${publicUrl}${base}`,
  });

  return {
    '': async (asked) => {
      const { token, subject, base } = asked;
      const state = stateOf(token);
      const published = publisher(subject);
      const text = redocPage(published, base, {
        state: state === 'revoked' ? 'active' : state,
        brand: await brandFor(db, token),
        changedAt: await revisedAt(db, subject.campaign),
        checks: checkable(published),
        example: createExample(published.offer) ?? updateExample(published.offer),
      });
      return { type: 'html', text };
    },
    '/openapi.json': async ({ subject }) => {
      const { body, etag } = publisher(subject);
      return { type: 'json', text: body, etag };
    },
    '/openapi.yaml': async ({ subject }) => {
      const { body, etag } = publisher(subject);
      const text = yamls.get(etag) ?? yamlOf(body);
      yamls.set(etag, text);
      return { type: 'yaml', text, etag };
    },
    '/postman.json': async ({ subject }) => {
      const published = publisher(subject);
      return { type: 'json', text: await postman(published), etag: published.etag };
    },
    '/changelog': async (asked) => ({
      type: 'html',
      text: changelogPage(placeOf(asked), await brandFor(db, asked.token), await changelog(asked)),
    }),
    '/changelog.json': async (asked) => ({
      type: 'json',
      text: changelogJson(asked.subject.campaign.revision, await changelog(asked)),
    }),
    '/changelog.atom': async (asked) => {
      const told = await changelog(asked);
      const { createdAt } = await beginningsOf(db, asked.token.id);
      return { type: 'atom', text: changelogFeed(placeOf(asked), told, createdAt) };
    },
  } satisfies Record<string, (asked: Asked) => Promise<Shown>>;
}

const yamlOf = (body: JsonPieces): string =>
  stringify(JSON.parse(textOf(body)), { aliasDuplicateObjects: false, lineWidth: 0, blockQuote: 'literal' });

export type Suffix = keyof ReturnType<typeof createDocumentation>;

/**
 * What the token's document was made of, the oldest first, since the token is there: with its permission and its filter's
 * condition of now. With the condition of then it would tell what the token may see no more; and of a filter that it was given
 * later, what it never saw. So of the filter it is told only when it became another, while it was this token's.
 */
async function pastOf(
  db: Database,
  token: Token,
  { campaign, permission, scope }: DocumentSubject,
): Promise<PastSubject[]> {
  const revisions = (await listRevisions(db, campaign.id, { limit: kept + 1 })).reverse();
  const { createdAt, filterSince } = await beginningsOf(db, token.id);
  const first = revisions.findLastIndex(({ at }) => at <= createdAt);
  const told = revisions.slice(Math.max(first, 0));
  return told.map((revision, i) => {
    const then = campaignAt(campaign, revision);
    const filter = becameOfFilter(token, filterSince, told[i - 1], revision);
    return { at: revision.at, filter, subject: { campaign: then, permission, scope, pins: pinsOfScope(then, scope) } };
  });
}

/** What a revision made of the token's filter, while it was the token's. `since`: when it got it, or lost it. */
function becameOfFilter(
  token: Token,
  since: Date | null,
  before: Revision | undefined,
  after: Revision,
): PastSubject['filter'] {
  if (since === null || before === undefined) return 'as before';
  const isWithout = token.scope === 'filter' && token.filterId === null;
  if (isWithout) return before.at < since && since <= after.at ? 'deleted' : 'as before';
  return after.at > since && filterDiffers(token, before, after) ? 'another' : 'as before';
}

/** Whether the token's filter matches by another condition after than before; it was there both times. */
function filterDiffers({ filterId }: Token, before: Revision, after: Revision): boolean {
  const [was, is] = [before, after].map(({ snapshot }) => snapshot.filters.find(({ id }) => id === filterId));
  return was !== undefined && is !== undefined && !isDeepStrictEqual(was.condition, is.condition);
}
