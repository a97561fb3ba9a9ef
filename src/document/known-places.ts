/**
 * The places of mistakes in requests, using only names of the document. A client may send anything as a key, even an e-mail
 * address, and the request log must not keep it: a name that is not in the document becomes `*`.
 */
import { type OpenApiDocument, operationsOf } from './openapi.ts';

interface Names {
  readonly members: ReadonlySet<string>;
  readonly parameters: ReadonlySet<string>;
}

interface Placed {
  readonly pointer?: string;
  readonly parameter?: string;
  readonly code: string;
}

const namesByDocument = new WeakMap<OpenApiDocument, Names>();

function namesOf(document: OpenApiDocument): Names {
  const found = namesByDocument.get(document) ?? {
    members: membersIn(document, new Set()),
    parameters: new Set(operationsOf(document).flatMap(({ parameters }) => parameters.map(({ name }) => name))),
  };
  namesByDocument.set(document, found);
  return found;
}

/** The names of all properties in all schemas. */
function membersIn(node: unknown, names: Set<string>): Set<string> {
  if (typeof node !== 'object' || node === null) return names;
  for (const [keyword, value] of Object.entries(node)) {
    if (keyword === 'example' || keyword === 'examples') continue;
    if (keyword === 'properties' && typeof value === 'object' && value !== null)
      for (const name of Object.keys(value)) names.add(name);
    membersIn(value, names);
  }
  return names;
}

/** Code and place of each error, without its detail and values. */
export function knownPlaces(document: OpenApiDocument, errors: readonly Placed[]): Placed[] {
  const { members, parameters } = namesOf(document);
  return errors.map(({ pointer, parameter, code }) => ({
    ...(pointer !== undefined && { pointer: knownPointer(members, pointer) }),
    ...(parameter !== undefined && { parameter: parameters.has(parameter) ? parameter : '*' }),
    code,
  }));
}

/** A number is the place in a list only after a name of the document: `/fields/40123456` is a key. */
function knownPointer(members: ReadonlySet<string>, pointer: string): string {
  let before = '';
  const parts = pointer.split('/').slice(1);
  const places = parts.map((part) => {
    const isPlace = /^(0|[1-9]\d{0,3})$/.test(part) && before !== 'fields' && members.has(before);
    before = part.replaceAll('~1', '/').replaceAll('~0', '~');
    return isPlace || members.has(before) ? part : '*';
  });
  return places.map((part) => `/${part}`).join('');
}
