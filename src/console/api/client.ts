/**
 * The Management API, typed by its document: a request that the document does not know does not compile. If the session has
 * ended, the request waits until the member has signed in again in place, and is sent again. So no form loses its input.
 */
import createClient, { type Middleware } from 'openapi-fetch';
import type { components, paths } from '../../generated/manage.ts';
import { problemOf } from './problem.ts';
import { reach } from './reach.ts';

export type Shape<Name extends keyof components['schemas']> = components['schemas'][Name];

/** Set by the part that can ask the member to sign in again. Resolves to whether they did. */
let signInAgain: (() => Promise<boolean>) | undefined;
export function whenSessionEnds(ask: typeof signInAgain): void {
  signInAgain = ask;
}

/** Resolves to whether the member has signed in again in place. */
export const askToSignIn = async (): Promise<boolean> => (signInAgain ? signInAgain() : false);

const copies = new WeakMap<Request, Request>();

const sessionIsKept: Middleware = {
  onRequest({ request }) {
    // A body can be read only once, so the second try needs a copy.
    copies.set(request, request.clone());
    return undefined;
  },
  async onResponse({ request, response, schemaPath }) {
    if (response.status !== 401 || /^\/session(\/|$)/.test(schemaPath) || !signInAgain) return undefined;
    const again = copies.get(request);
    return again && (await signInAgain()) ? reach(again) : undefined;
  },
};

export const api = createClient<paths>({ baseUrl: '/manage/v1', fetch: reach });
api.use(sessionIsKept);

/** Spread it into `params`: the revision, or the version of a lead, that the change is made from. */
export interface MadeFrom {
  readonly header?: { readonly 'If-Match': string };
}
export const madeFrom = (etag: string | undefined): MadeFrom =>
  etag === undefined ? {} : { header: { 'If-Match': etag } };

interface Answer<Data> {
  readonly data?: Data;
  readonly error?: unknown;
  readonly response: Response;
}

/** The body of the answer: `await ask(api.GET('/campaigns'))`. Throws {@link Problem}. */
export async function ask<Data>(answer: Promise<Answer<Data>>): Promise<Data> {
  return (await askWhole(answer)).data;
}

/** The body and its `ETag`. A change of the body's content sends the tag in `If-Match`. Throws {@link Problem}. */
export async function askWhole<Data>(answer: Promise<Answer<Data>>): Promise<{ data: Data; etag: string | undefined }> {
  const { data, error, response } = await answer;
  if (!response.ok) throw problemOf(response.status, error);
  return { data: data as Data, etag: response.headers.get('ETag') ?? undefined };
}
