/**
 * Where input was wrong, in names that the document itself has. A client may send any key, an e-mail address too, and what
 * is kept of a request must hold nothing of that: a name that the document does not have becomes `*`.
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

const known = new WeakMap<OpenApiDocument, Names>();

function namesOf(document: OpenApiDocument): Names {
  const found = known.get(document) ?? {
    members: membersIn(document, new Set()),
    parameters: new Set(operationsOf(document).flatMap(({ parameters }) => parameters.map(({ name }) => name))),
  };
  known.set(document, found);
  return found;
}

/** The names of all properties that schemas have, wherever they stand. */
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

/** Code and place of each error, without its words and values. */
export function knownPlaces(document: OpenApiDocument, errors: readonly Placed[]): Placed[] {
  const { members, parameters } = namesOf(document);
  return errors.map(({ pointer, parameter, code }) => ({
    ...(pointer !== undefined && { pointer: knownPointer(members, pointer) }),
    ...(parameter !== undefined && { parameter: parameters.has(parameter) ? parameter : '*' }),
    code,
  }));
}

/** A number is the place in a list only behind a name that may have one: `/fields/40123456` is somebody's key. */
function knownPointer(members: ReadonlySet<string>, pointer: string): string {
  let before = '';
  const parts = pointer.split('/').slice(1);
  const told = parts.map((part) => {
    const isPlace = /^(0|[1-9]\d{0,3})$/.test(part) && before !== 'fields' && members.has(before);
    before = part.replaceAll('~1', '/').replaceAll('~0', '~');
    return isPlace || members.has(before) ? part : '*';
  });
  return told.map((part) => `/${part}`).join('');
}
