/**
 * Turns the arguments of a tool call into the parts of an HTTP request: path, query, headers and body. The operation
 * validates the values later. Only what no HTTP request could carry is refused here: 400 `invalid_parameter` for each
 * missing part of the path and each parameter that is not a text, number or boolean; 431 if the arguments are longer than an
 * address with its headers may be.
 */
import { markedNumber } from '../campaign/values/precision.ts';
import type { OperationEntry, Parameter } from '../document/openapi.ts';
import { type InputError, mostErrors, refuse, refuseInput } from '../problem/problem.ts';
import { cut } from '../validation/error-phrases.ts';

/** The parts of an HTTP request. */
export interface RequestParts {
  /** By the names in the path template. */
  readonly path: Readonly<Record<string, string>>;
  /** Encoded, without the question mark. */
  readonly query: string;
  /** By their names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: { readonly type: string; readonly bytes: Buffer } | undefined;
}

export type Arguments = Readonly<Record<string, unknown>>;

const prefix = 'fields.';

/** The largest number of bytes of the address and the headers, as for HTTP. Later validation relies on it. */
const longestHead = 16 * 1024;

/**
 * The place of a parameter among a tool's arguments. Header parameters of read requests are for clients that cache
 * responses. MCP clients do not, so these parameters have no argument.
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

/** The media type in which a tool sends the body; `undefined` if the operation takes no JSON body. */
export function bodyTypeOf({ operation: { requestBody } }: OperationEntry): string | undefined {
  return Object.keys(requestBody?.content ?? {}).find((type) => /^application\/(?:.+\+)?json$/.test(type));
}

/** `entry`: from the base document, which may lack a campaign's own parameters. */
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
      errors.push({ parameter: name, code: 'required', detail: `\`${name}\` is required exactly once.` });
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

/**
 * The texts of a query parameter. An empty list becomes an empty text, because the parameter would otherwise not be sent.
 */
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
  const detail = `\`${cut(name)}\` must be a text, a number, a boolean or a list of these. Leave it out if it has no value.`;
  return { parameter: cut(name), code: 'type', detail };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
