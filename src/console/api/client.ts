/**
 * The Management API, typed by its document: a request that the document does not know does not compile. A request that finds
 * the session gone waits until the member has signed in again in place, and is then sent anew: no form loses what is in it.
 */
import createClient, { type Middleware } from 'openapi-fetch';
import type { components, paths } from '../../generated/manage.ts';
import { problemOf } from './problem.ts';
import { reach } from './reach.ts';

export type Shape<Name extends keyof components['schemas']> = components['schemas'][Name];

/** Set by whoever can ask the member to sign in again; resolves to whether they did. */
let signInAgain: (() => Promise<boolean>) | undefined;
export function whenSessionEnds(ask: typeof signInAgain): void {
  signInAgain = ask;
}

/** Resolves to whether the member has signed in again in place. */
export const askToSignIn = async (): Promise<boolean> => (signInAgain ? signInAgain() : false);

const copies = new WeakMap<Request, Request>();

const sessionIsKept: Middleware = {
  onRequest({ request }) {
    // A body can be read once: the copy is for the second try.
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

/** To be spread among `params`: the revision, or the version of a lead, that a change is made from. */
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

/** `await ask(api.GET('/campaigns'))`: the answer's body. Throws {@link Problem}. */
export async function ask<Data>(answer: Promise<Answer<Data>>): Promise<Data> {
  return (await askWhole(answer)).data;
}

/** The body together with the `ETag`: a change that is made from it carries the tag in `If-Match`. Throws {@link Problem}. */
export async function askWhole<Data>(answer: Promise<Answer<Data>>): Promise<{ data: Data; etag: string | undefined }> {
  const { data, error, response } = await answer;
  if (!response.ok) throw problemOf(response.status, error);
  return { data: data as Data, etag: response.headers.get('ETag') ?? undefined };
}
