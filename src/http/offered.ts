/**
 * What a document offers at an address: its methods, and the nearest address where there is nothing. A method that a literal path
 * does not have belongs to a templated path too where its parameter may be that literal: a field may be called `order`, and is
 * then changed at the address where the order is put.
 */
import { type OpenApiDocument, operationsOf, type Parameter } from '../document/openapi.ts';
import { isUuid } from '../ids/ids.ts';
import { nearest } from '../validation/error-words.ts';

/** As `Allow` has them (RFC 9110, 10.2.1): of a path, and of the paths that share its addresses. */
export function allowedAt(document: OpenApiDocument, path: string): string {
  const paths = [path, ...sharersOf(document, path)];
  const methods = operationsOf(document)
    .filter((entry) => paths.includes(entry.path))
    .map(({ method }) => method.toUpperCase());
  return [...new Set([...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'])].join(', ');
}

/** The templated paths that an address of this literal one may belong to as well. */
export function sharersOf(document: OpenApiDocument, path: string): readonly string[] {
  const entries = operationsOf(document);
  return Object.keys(document.paths).filter((other) => {
    const parameters = entries.find((entry) => entry.path === other)?.parameters ?? [];
    return other !== path && includes(segmentsOf(other), segmentsOf(path), parameters);
  });
}

const segmentsOf = (path: string): readonly string[] => path.split('/');
const nameIn = (segment: string | undefined): string | undefined => /^\{(.+)\}$/.exec(segment ?? '')?.[1];

function includes(wide: readonly string[], narrow: readonly string[], parameters: readonly Parameter[]): boolean {
  if (wide.length !== narrow.length) return false;
  return wide.every((segment, i) => {
    const literal = narrow[i] as string;
    if (segment === literal) return true;
    const name = nameIn(segment);
    if (name === undefined || nameIn(literal) !== undefined) return name !== undefined && nameIn(literal) === name;
    const parameter = parameters.find((one) => one.in === 'path' && one.name === name);
    return parameter !== undefined && takes(parameter, literal);
  });
}

function takes({ schema }: Parameter, text: string): boolean {
  if (schema.format === 'uuid') return isUuid(text);
  if (schema.type === 'integer') return /^\d+$/.test(text);
  return typeof schema.pattern !== 'string' || new RegExp(schema.pattern, 'u').test(text);
}

/** `Did you mean \`/leads\`?`, or nothing. `asked`: a path as it was sent, relative to the document's. */
export function nearestPath(paths: readonly string[], asked: string): string {
  const sent = segmentsOf(asked);
  const candidates = paths.map((path) => filled(segmentsOf(path), sent));
  const below = candidates.find((path) => path.endsWith(asked) && path !== asked && asked.length > 1);
  const found = below ?? /`(.+)`/.exec(nearest(asked, candidates))?.[1];
  return found === undefined ? '' : ` Did you mean \`${found}\`?`;
}

/** The path with what was sent in the place of its parameters, where that has as many parts. */
function filled(path: readonly string[], sent: readonly string[]): string {
  return path.map((part, i) => (nameIn(part) !== undefined && path.length === sent.length ? sent[i] : part)).join('/');
}
