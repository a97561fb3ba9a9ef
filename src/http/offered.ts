/**
 * The methods that a document offers at an address, and the nearest known address to an unknown one. A templated path can
 * match a literal path too: `PATCH /fields/{key}` changes the field `order` at `/fields/order`, where `PUT` changes the order
 * of fields.
 */
import { type OpenApiDocument, operationsOf, type Parameter } from '../document/openapi.ts';
import { isUuid } from '../ids/ids.ts';
import { nearest } from '../validation/error-phrases.ts';

/** The value of `Allow` (RFC 9110, 10.2.1): the methods of the path and of the paths that share its addresses. */
export function allowedAt(document: OpenApiDocument, path: string): string {
  const paths = [path, ...sharersOf(document, path)];
  const methods = operationsOf(document)
    .filter((entry) => paths.includes(entry.path))
    .map(({ method }) => method.toUpperCase());
  return [...new Set([...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'])].join(', ');
}

/** The templated paths that also match this literal path. */
export function sharersOf(document: OpenApiDocument, path: string): readonly string[] {
  const entries = operationsOf(document);
  return Object.keys(document.paths).filter((other) => {
    const parameters = entries.find((entry) => entry.path === other)?.parameters ?? [];
    return other !== path && includes(segmentsOf(other), segmentsOf(path), parameters);
  });
}

/** The parts between the slashes; the first one is empty. */
export const segmentsOf = (path: string): readonly string[] => path.split('/');

/** `lead_id` in the segment `{lead_id}` of a template. */
export const nameIn = (segment: string | undefined): string | undefined => /^\{(.+)\}$/.exec(segment ?? '')?.[1];

function includes(wide: readonly string[], narrow: readonly string[], parameters: readonly Parameter[]): boolean {
  if (wide.length !== narrow.length) return false;
  return wide.every((segment, i) => {
    const literal = narrow[i] as string;
    if (segment === literal) return true;
    const name = nameIn(segment);
    if (name === undefined || nameIn(literal) !== undefined) return name !== undefined && nameIn(literal) === name;
    const parameter = parameters.find((each) => each.in === 'path' && each.name === name);
    return parameter !== undefined && takes(parameter, literal);
  });
}

function takes({ schema }: Parameter, text: string): boolean {
  if (schema.format === 'uuid') return isUuid(text);
  if (schema.type === 'integer') return /^\d+$/.test(text);
  return typeof schema.pattern !== 'string' || new RegExp(schema.pattern, 'u').test(text);
}

/** `Did you mean \`/leads\`?`, or an empty text. `sentPath`: the path of the request, relative to the document's server. */
export function nearestPath(paths: readonly string[], sentPath: string): string {
  const sent = segmentsOf(sentPath);
  const candidates = paths.map((path) => filled(segmentsOf(path), sent));
  const below = candidates.find((path) => path.endsWith(sentPath) && path !== sentPath && sentPath.length > 1);
  const found = below ?? /`(.+)`/.exec(nearest(sentPath, candidates))?.[1];
  return found === undefined ? '' : ` Did you mean \`${found}\`?`;
}

/** The path, with its parameters filled in from the sent path if both have the same number of segments. An empty segment fills in nothing. */
function filled(path: readonly string[], sent: readonly string[]): string {
  return path
    .map((part, i) => (nameIn(part) !== undefined && path.length === sent.length && sent[i] ? sent[i] : part))
    .join('/');
}
