/**
 * `client(server, token, slug)`: an HTTP client for tests that checks every response against the token's document
 * (`answer-check.ts`). A path is relative to the campaign, unless it begins with `/v1/`.
 */

import type { TestToken } from './campaigns.ts';
import { AnswerChecker } from './documents/answer-check.ts';

/** The members of all bodies together: leads, pages, campaigns and problems. The check covers the differences. */
export interface Body {
  readonly id: string;
  readonly external_id: string | null;
  readonly status: string | number;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly version: number;
  readonly created_at: string;
  readonly updated_at: string;
  readonly data: readonly Body[];
  readonly next_cursor: string | null;
  readonly count: number;
  readonly exact: boolean;
  readonly kind: string;
  readonly lead_id: string;
  readonly lead?: Body;
  readonly at: string;
  readonly actor: { readonly kind: string; readonly name: string };
  readonly changes: readonly { readonly path: string; readonly from: unknown; readonly to: unknown }[];
  readonly slug: string;
  readonly code: string;
  readonly detail: string;
  readonly instance: string;
  readonly errors?: readonly {
    readonly pointer?: string;
    readonly parameter?: string;
    readonly code: string;
    readonly detail: string;
    readonly allowed?: readonly unknown[];
  }[];
  readonly [member: string]: unknown;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** The parsed JSON; an empty object for other bodies. */
  readonly body: Body;
  readonly text: string;
}

export interface RequestOptions {
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent unchanged, in place of `body`. */
  readonly raw?: string | Uint8Array<ArrayBuffer>;
}

export interface Client {
  request(method: string, path: string, options?: RequestOptions): Promise<Answer>;
  get(path: string, query?: RequestOptions['query'], headers?: RequestOptions['headers']): Promise<Answer>;
  post(path: string, body: unknown, headers?: RequestOptions['headers']): Promise<Answer>;
  patch(path: string, body: unknown, headers?: RequestOptions['headers']): Promise<Answer>;
  delete(path: string, headers?: RequestOptions['headers']): Promise<Answer>;
  /** Creates a lead and returns it. Fails if it is refused. */
  lead(fields: Readonly<Record<string, unknown>>, rest?: Readonly<Record<string, unknown>>): Promise<Body>;
  /** Every lead of a list, page by page, with the number of pages. */
  walk(query?: RequestOptions['query']): Promise<{ leads: Body[]; pages: number }>;
}

export interface ServerAddress {
  readonly url: string;
}

type Credentials = Pick<TestToken, 'secret' | 'docsId'>;

/** Without a token, the client sends no header. A secret alone has no document. */
export function client(server: ServerAddress, token: Credentials | string | undefined, slug: string): Client {
  const credentials = typeof token === 'string' ? undefined : token;
  const secret = typeof token === 'string' ? token : token?.secret;
  const checker = new AnswerChecker(server.url, credentials?.docsId, slug);

  const request: Client['request'] = async (method, path, { headers = {}, query, body, raw } = {}) => {
    const address = path.startsWith('/v1/') ? path : `/v1/campaigns/${slug}${path === '/' ? '' : path}`;
    const search = query
      ? `?${new URLSearchParams(Object.entries(query).map(([k, v]): [string, string] => [k, String(v)]))}`
      : '';
    const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const response = await fetch(`${server.url}${address}${search}`, {
      method,
      headers: {
        ...(secret !== undefined && { authorization: `Bearer ${secret}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(sent !== undefined && { body: sent }),
    });
    const text = await response.text();
    const answer: Answer = {
      status: response.status,
      headers: response.headers,
      text,
      body: (/[/+]json/.test(response.headers.get('content-type') ?? '') && text !== ''
        ? JSON.parse(text)
        : {}) as Body,
    };
    await checker.check(method, address, answer);
    return answer;
  };

  const api: Client = {
    request,
    get: (path, query, headers) => request('GET', path, { ...(query && { query }), ...(headers && { headers }) }),
    post: (path, body, headers) => request('POST', path, { body, ...(headers && { headers }) }),
    patch: (path, body, headers) => request('PATCH', path, { body, ...(headers && { headers }) }),
    delete: (path, headers) => request('DELETE', path, { ...(headers && { headers }) }),
    async lead(fields, rest = {}) {
      const answer = await api.post('/leads', { ...rest, fields });
      if (answer.status !== 201) throw new Error(`the lead was refused: ${answer.text}`);
      return answer.body;
    },
    async walk(query = {}) {
      const leads: Body[] = [];
      for (let pages = 1, cursor: string | null = null; ; pages += 1) {
        const answer: Answer = await api.get('/leads', { ...query, ...(cursor !== null && { cursor }) });
        if (answer.status !== 200) throw new Error(`the list was refused: ${answer.text}`);
        leads.push(...answer.body.data);
        cursor = answer.body.next_cursor;
        if (cursor === null) return { leads, pages };
      }
    },
  };
  return api;
}
