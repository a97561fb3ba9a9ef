/**
 * The overlay's actions that mark what a coming document will no longer have: operations, parameters and properties get
 * `deprecated` and `x-sunset` with the day in UTC. oasdiff and other tools read `x-sunset`.
 */
import { type OpenApiDocument, type Operation, operationsOf, type Parameter } from '../openapi.ts';
import type { Action } from '../overlay/overlay.ts';

/** A future document, and the time from which on it applies. */
interface Coming {
  /** RFC 3339 in UTC. */
  readonly at: string;
  readonly document: OpenApiDocument;
}

/** `toCome`: ordered by time. */
export function markingWhatGoes(now: OpenApiDocument, toCome: readonly Coming[]): readonly Action[] {
  const marked = new Map<string, Action>();
  for (const { at, document } of toCome)
    for (const target of goneFrom(now, document))
      if (!marked.has(target)) marked.set(target, { name: 'mark what goes', target, set: sunset(at) });
  return [...marked.values()];
}

const sunset = (at: string) => ({ deprecated: true, 'x-sunset': at.slice(0, 10) });

/** JSON pointers into the present document. Parts of an operation that goes need no mark of their own. */
function goneFrom(now: OpenApiDocument, then: OpenApiDocument): readonly string[] {
  const left = new Map(operationsOf(then).map((entry) => [entry.operation.operationId, entry.parameters]));
  const operations = operationsOf(now).flatMap(({ path, method, operation }) => {
    const parameters = left.get(operation.operationId);
    return parameters ? goneParameters(now, operation, parameters) : [`/paths/${path.replaceAll('/', '~1')}/${method}`];
  });
  return [...operations, ...goneProperties(now, then)];
}

/** Operations refer to parameters, and each parameter stands among the components once. */
function goneParameters(now: OpenApiDocument, { parameters = [] }: Operation, left: readonly Parameter[]): string[] {
  return parameters.flatMap((reference) => {
    const target = '$ref' in reference ? String(reference.$ref).slice(1) : '';
    const found = now.components.parameters?.[target.split('/').pop() ?? ''];
    const stays = left.some((one) => one.name === found?.name && one.in === found.in);
    return found && !stays ? [target] : [];
  });
}

function goneProperties(now: OpenApiDocument, then: OpenApiDocument): string[] {
  return Object.entries(now.components.schemas ?? {}).flatMap(([name, { properties = {} }]) => {
    const left = then.components.schemas?.[name]?.properties;
    if (!left) return [];
    const gone = Object.keys(properties as object).filter((key) => !Object.hasOwn(left as object, key));
    return gone.map((key) => `/components/schemas/${name}/properties/${key}`);
  });
}
