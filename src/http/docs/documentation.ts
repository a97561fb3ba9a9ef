/**
 * The contents of a documentation address, by suffix: the page, the document in its forms, and its changelog in its forms. All of
 * it is made from the token's subject, and from earlier definitions of the campaign.
 */
import { LRUCache } from 'lru-cache';
import { stateOf } from '../../access/tokens.ts';
import { type Changelogs, createChangelogs } from '../../changelog/read-changelog.ts';
import type { Database } from '../../database/connection.ts';
import { type Changelog, changelogFeed, changelogJson, changelogPage } from '../../docs/changelog-page.ts';
import type { PageSource } from '../../docs/chapters.ts';
import { documentationPage } from '../../docs/documentation-page.ts';
import { llmsText, markdownPage } from '../../docs/markdown-page.ts';
import { fileOf, type Language, sampleProgram } from '../../docs/sample-programs.ts';
import { createConversions } from '../../document/conversions/conversions.ts';
import type { JsonPieces } from '../../document/conversions/pieces.ts';
import type { Reading } from '../../document/conversions/reading.ts';
import type { Publisher } from '../../document/publish.ts';
import type { Limits } from '../../document/words/limits.ts';
import { refuseInput } from '../../problem/problem.ts';
import { checkable } from './check.ts';
import type { DocsRequest } from './docs-reader.ts';
import { brandFor } from './logo.ts';

export interface DocsContent {
  readonly type: 'html' | 'json' | 'yaml' | 'atom' | 'markdown' | 'text';
  readonly text: string | JsonPieces;
  readonly etag?: string;
  /** The content security policy of the page, if it differs from the usual one. */
  readonly policy?: string;
  /** The file name under which a browser saves it. */
  readonly file?: string;
  /** The revision of the document. */
  readonly revision?: number;
}

export function createDocumentation(db: Database, publisher: Publisher, publicUrl: string, limits: Limits) {
  const convert = createConversions();
  const changelogs = createChangelogs(db);
  const pages = new LRUCache<string, ReturnType<Changelogs['read']>>({ max: 500 });

  const changelog = async (request: DocsRequest): Promise<Changelog> => {
    const page = await pageOf(request);
    if (!page) throw noEntry();
    // Announced changes stand on the first page only.
    return { toCome: request.before === undefined ? publisher(request.subject).toCome : [], ...page };
  };
  const pageOf = ({ token, subject: { campaign }, before }: DocsRequest): ReturnType<Changelogs['read']> => {
    const key = [token.id, token.version, campaign.id, campaign.epoch, before].join(' ');
    const known = pages.get(key);
    if (known) return known;
    const making = changelogs.read({ token, campaign }, before);
    pages.set(key, making);
    making.catch(() => pages.delete(key));
    return making;
  };
  const placeOf = ({ subject: { campaign }, base }: DocsRequest) => ({
    name: campaign.name,
    account: campaign.accountName,
    url: `${publicUrl}${base}`,
  });

  const inJson = ({ body, etag }: Reading): DocsContent => ({ type: 'json', text: body, etag });
  const inYaml = async (reading: Reading): Promise<DocsContent> => ({
    type: 'yaml',
    text: await convert('yaml', reading),
    etag: reading.etag,
  });
  const sourceOf = ({ subject, base }: DocsRequest): PageSource => ({
    published: publisher(subject),
    url: `${publicUrl}${base}`,
    publicUrl,
    limits,
  });
  const sample = (language: Language) => async (request: DocsRequest) => ({
    type: 'text' as const,
    text: sampleProgram(language, publisher(request.subject)),
    file: fileOf(language),
  });

  return {
    // Comes before the page, because its address looks like the page's.
    '.md': async (request) => ({ type: 'markdown', text: markdownPage(sourceOf(request)) }),
    '': async (request) => {
      const { token, subject, base } = request;
      const state = stateOf(token);
      const source = sourceOf(request);
      const text = documentationPage(source, base, {
        state: state === 'revoked' ? 'active' : state,
        brand: await brandFor(db, token),
        changedAt: await changelogs.changedAt({ token, campaign: subject.campaign }),
        checks: checkable(source.published),
      });
      return { type: 'html', text };
    },
    '/llms.txt': async (request) => ({ type: 'text', text: llmsText(sourceOf(request)) }),
    '/samples/php': sample('php'),
    '/samples/python': sample('python'),
    '/samples/javascript': sample('javascript'),
    '/samples/csharp': sample('csharp'),
    '/openapi.json': async ({ subject, samples }) => inJson(await publisher(subject).as(samples ? 'samples' : 'plain')),
    '/openapi.yaml': async ({ subject, samples }) => inYaml(await publisher(subject).as(samples ? 'samples' : 'plain')),
    '/openapi-3.0.json': async ({ subject }) => inJson(await publisher(subject).as('3.0')),
    '/openapi-3.0.yaml': async ({ subject }) => inYaml(await publisher(subject).as('3.0')),
    '/postman.json': async ({ subject }) => {
      const reading = await publisher(subject).as('plain');
      return { type: 'json', text: await convert('postman', reading), etag: reading.etag };
    },
    '/changelog': async (request) => ({
      type: 'html',
      text: changelogPage(placeOf(request), await brandFor(db, request.token), await changelog(request)),
    }),
    '/changelog.json': async (request) => ({
      type: 'json',
      text: changelogJson(request.subject.revision, await changelog(request)),
    }),
    '/changelog.atom': async (request) => {
      const { token, subject } = request;
      const entries = await changelog(request);
      const at = (await changelogs.changedAt({ token, campaign: subject.campaign })) ?? new Date(0);
      return { type: 'atom', text: changelogFeed(placeOf(request), entries, at) };
    },
  } satisfies Record<string, (request: DocsRequest) => Promise<DocsContent>>;
}

function noEntry() {
  const detail = '`before` must be the id of an entry of this changelog, such as `next` of the page before.';
  return refuseInput('invalid_parameter', [{ parameter: 'before', code: 'not_allowed', detail }]);
}

export type Suffix = keyof ReturnType<typeof createDocumentation>;
