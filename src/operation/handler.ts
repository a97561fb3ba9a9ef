/**
 * The types that bind handlers to the specs. They take a handler's request and its possible answers from openapi-typescript's
 * `operations`. A table that `satisfies Handlers<operations, …>` does not compile if an operation is missing, extra or
 * wrongly typed.
 */

/** JSON text of a `T`, made by PostgreSQL or an earlier serialisation. It is sent as it is. */
export type JsonText<T> = string & { readonly __json: T };

export type PackedAs = 'br' | 'gzip';

/** A large JSON text as bytes, made earlier and kept. */
export interface JsonPieces {
  readonly pieces: readonly Buffer[];
  /** The length of all pieces together, in bytes. */
  readonly length: number;
  /** All pieces compressed as one. */
  readonly packed: (encoding: PackedAs) => Promise<Buffer>;
}

type Parameters<Op, In extends string> = Op extends { parameters: { [K in In]?: infer P } }
  ? P extends undefined
    ? unknown
    : NonNullable<P>
  : unknown;

/** Before a handler runs, a form has been turned into the equivalent JSON. */
type Form = 'application/x-www-form-urlencoded';

type Body<Op> = Op extends { requestBody?: infer B }
  ? NonNullable<B> extends { content: infer C }
    ? C[Exclude<keyof C, Form>]
    : undefined
  : undefined;

/** The request that a handler of operation `Op` gets, validated and typed. */
export interface RequestOf<Op> {
  readonly path: Parameters<Op, 'path'>;
  readonly query: Parameters<Op, 'query'>;
  readonly headers: Parameters<Op, 'header'>;
  readonly body: Body<Op>;
}

/** A body that is made while it is sent. If `chunks` throws, the response is cut off, so that the client notices. */
export interface Streamed {
  /** `Content-Type`. */
  readonly mediaType: string;
  readonly chunks: AsyncIterable<string>;
}

type Success = 200 | 201 | 202 | 204;

type Content<R> = R extends { content: infer C } ? (C extends Record<string, unknown> ? C[keyof C] : never) : never;

/** Headers that depend on how the handler was called, or on the session: other parts of the request's way set them. */
type SetForAll = 'Idempotency-Replayed' | 'Dry-Run' | 'Link' | 'Set-Cookie';

/** Headers that the spec names and the handler gives. */
type NamedHeaders<R> = R extends { headers: infer H }
  ? {
      [K in keyof H as string extends K ? never : number extends K ? never : K extends SetForAll ? never : K]: H[K];
    }
  : unknown;

type GivenHeaders<R> = NamedHeaders<R> & Readonly<Record<string, unknown>>;

/** A handler must give `headers` when the spec requires one of them. */
type HeadersOf<R> =
  Partial<NamedHeaders<R>> extends NamedHeaders<R>
    ? { readonly headers?: GivenHeaders<R> }
    : { readonly headers: GivenHeaders<R> };

type Answer<Status, R> = {
  readonly status: Status;
  readonly keep?: false;
} & HeadersOf<R> &
  ([Content<R>] extends [never]
    ? { readonly body?: undefined }
    : [Content<R>] extends [string]
      ? { readonly body: Streamed }
      : { readonly body: Content<R> | JsonText<Content<R>> | JsonPieces });

/** The successful answers in the spec of operation `Op`. Everything else is thrown as a problem. */
export type AnswerOf<Op> = Op extends { responses: infer R }
  ? { [S in keyof R & Success]: Answer<S, R[S]> }[keyof R & Success]
  : never;

export type Handler<Op, Context> = (request: RequestOf<Op>, context: Context) => Promise<AnswerOf<Op>>;

export type Handlers<Operations, Context> = { readonly [Id in keyof Operations]: Handler<Operations[Id], Context> };

/** Any handler's answer, as the router sees it. */
export interface AnyAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  /** `false`: nothing was written, so nothing is stored under an idempotency key. */
  readonly keep?: false;
}

export type AnyHandler<Context> = (
  request: { path: unknown; query: unknown; headers: unknown; body: unknown },
  context: Context,
) => Promise<AnyAnswer>;

/** The handler of an operation, as the router calls it. Throws when the table has no such operation. */
export function handlerOf<Context>(
  handlers: Readonly<Record<string, (request: never, context: Context) => Promise<AnyAnswer>>>,
  operationId: string,
): AnyHandler<Context> {
  const handler = Object.hasOwn(handlers, operationId) ? handlers[operationId] : undefined;
  if (!handler) throw new Error(`no handler answers ${operationId}`);
  return handler as AnyHandler<Context>;
}
