/**
 * The arguments of a tool call as the parts of the HTTP request that they stand for: path, query, headers and body. What the
 * operation says of a value is judged later, by the operation. Only what no HTTP request could carry is refused here: with 400
 * `invalid_parameter` each part of the path that is missing and each parameter that is no text, number or boolean; with 431 what is
 * longer than an address and its headers may be.
 */
import { markedNumber } from '../campaign/values/precision.ts';
import type { OperationEntry, Parameter } from '../document/openapi.ts';
import { type InputError, mostErrors, refuse, refuseInput } from '../problem/problem.ts';
import { cut } from '../validation/error-words.ts';

/** What stands in an HTTP request. */
export interface RequestParts {
  /** By the names that the path template has. */
  readonly path: Readonly<Record<string, string>>;
  /** Encoded, without the question mark. */
  readonly query: string;
  /** By their names in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: { readonly type: string; readonly bytes: Buffer } | undefined;
}

export type Arguments = Readonly<Record<string, unknown>>;

const prefix = 'fields.';

/** Bytes of the address and the headers, as HTTP has them. Whoever judges them relies on it. */
const longestHead = 16 * 1024;

/**
 * Where a parameter stands among a tool's arguments. Headers of requests that read are about copies that a client keeps: an MCP
 * client keeps none, so these have no argument.
 */
export function argumentOf(
  { method }: OperationEntry,
  { in: place, name }: Parameter,
): { readonly name: string; readonly inFields: boolean } | undefined {
  if (place === 'header') return method === 'get' ? undefined : { name: headerArgument(name), inFields: false };
  if (place === 'query' && name.startsWith(prefix)) return { name: name.slice(prefix.length), inFields: true };
  return { name, inFields: false };
}

/** `Idempotency-Key` → `idempotency_key`. */
const headerArgument = (name: string): string => name.toLowerCase().replaceAll('-', '_');

/** The media type in which a tool sends the body; `undefined` where the operation takes none, or none as JSON. */
export function bodyTypeOf({ operation: { requestBody } }: OperationEntry): string | undefined {
  return Object.keys(requestBody?.content ?? {}).find((type) => /^application\/(?:.+\+)?json$/.test(type));
}

/** `entry`: of the base document, in which a campaign's own parameters need not stand. */
export function requestParts(entry: OperationEntry, given: Arguments): RequestParts {
  const errors: InputError[] = [];
  const path: [string, string][] = [];
  const query: [string, string][] = [];
  const headers: [string, string][] = [];
  const body: [string, unknown][] = [];
  const bodyType = bodyTypeOf(entry);
  const known = new Map(
    entry.parameters.flatMap((parameter) => {
      const place = argumentOf(entry, parameter);
      return place && !place.inFields ? [[place.name, parameter] as const] : [];
    }),
  );
  const readInto = (into: [string, string][], name: string, value: unknown) => {
    const texts = textsOf(value);
    if (texts) for (const text of texts) into.push([name, text]);
    else errors.push(noParameter(name));
  };
  for (const [name, value] of Object.entries(given)) {
    if (errors.length >= mostErrors) break;
    const parameter = known.get(name);
    if (parameter?.in === 'path') readInto(path, name, value);
    else if (parameter?.in === 'header') readInto(headers, parameter.name.toLowerCase(), value);
    else if (parameter || bodyType === undefined) {
      const inFields = name === 'fields' && !parameter && isObject(value);
      const pairs = inFields
        ? Object.entries(value).map(([key, one]) => [prefix + key, one] as const)
        : [[name, value] as const];
      for (const [each, one] of pairs) readInto(query, each, one);
    } else body.push([name, value]);
  }
  for (const { in: place, name } of entry.parameters) {
    const values = path.filter(([one, text]) => one === name && text !== '');
    if (place === 'path' && values.length !== 1 && !errors.some(({ parameter }) => parameter === name))
      errors.push({ parameter: name, code: 'required', detail: `\`${name}\` is required, once.` });
  }
  if (errors.length > 0) throw refuseInput('invalid_parameter', errors);
  const search = String(new URLSearchParams(query));
  const rest = [...path, ...headers].map(([, text]) => text).join('');
  if (search.length + encodeURIComponent(rest).length > longestHead)
    throw refuse('headers_too_large', `Arguments outside the body have more than ${longestHead / 1024} KiB.`);
  return {
    path: Object.fromEntries(path),
    query: search,
    headers: Object.fromEntries(headers),
    body:
      bodyType === undefined
        ? undefined
        : { type: bodyType, bytes: Buffer.from(JSON.stringify(Object.fromEntries(body))) },
  };
}

/** As a query writes them; an empty list as an empty text, for without any text the parameter would not be sent. */
function textsOf(value: unknown): readonly string[] | undefined {
  if (Array.isArray(value)) {
    const texts = value.map((one) => (Array.isArray(one) ? undefined : textsOf(one)?.[0]));
    return texts.includes(undefined) ? undefined : texts.length > 0 ? (texts as string[]) : [''];
  }
  if (typeof value === 'number' || typeof value === 'boolean') return [String(value)];
  // A text that is not well-formed cannot be percent-encoded (RFC 3986, 2.5).
  if (typeof value !== 'string' || !value.isWellFormed()) return undefined;
  return [markedNumber(value) ?? value];
}

function noParameter(name: string): InputError {
  const detail = `\`${cut(name)}\` must be a text, a number, a boolean or a list of these. Leave it out where there is nothing to say.`;
  return { parameter: cut(name), code: 'type', detail };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
