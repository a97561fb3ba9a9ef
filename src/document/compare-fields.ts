/** The fields of two documents compared: each in answers, in new leads and in changes, and told once where they agree. */
import { asOneSchema, compareSchemas } from './compare-schemas.ts';
import {
  additive,
  breaking,
  type DocumentChange,
  once,
  sayRequired,
  textual,
  withoutWords,
} from './document-change.ts';
import type { OpenApiDocument, Schema } from './openapi.ts';
import { code } from './words.ts';

interface FieldPlaces {
  readonly answer: Schema | undefined;
  readonly create: Schema | undefined;
  readonly update: Schema | undefined;
  readonly required: boolean;
}

export function compareFields(before: OpenApiDocument, after: OpenApiDocument): DocumentChange[] {
  const changes = [...changesByField(before, after).values()].flat();
  return changes.length > 0 ? changes : reordered([...fieldsOf(before).keys()], [...fieldsOf(after).keys()]);
}

/** By key, of those that have any: the ones that are gone first. */
export function changesByField(
  before: OpenApiDocument,
  after: OpenApiDocument,
): ReadonlyMap<string, readonly DocumentChange[]> {
  const [old, now] = [fieldsOf(before), fieldsOf(after)];
  const gone = [...old.keys()].filter((key) => !now.has(key));
  const changed = [...now].map(([key, places]) => {
    const was = old.get(key);
    return [key, was ? compareField(key, was, places) : [added(key, places)]] as const;
  });
  return new Map<string, readonly DocumentChange[]>([
    ...gone.map((key) => [key, [breaking(`The field ${code(key)} is gone.`)]] as const),
    ...changed.filter(([, changes]) => changes.length > 0),
  ]);
}

function fieldsOf(document: OpenApiDocument): ReadonlyMap<string, FieldPlaces> {
  const schemas = document.components.schemas ?? {};
  const places = (name: string) => (schemas[name]?.properties ?? {}) as Record<string, Schema>;
  const [answer, create, update] = [places('LeadFields'), places('LeadFieldsCreate'), places('LeadFieldsUpdate')];
  const required = (schemas.LeadFieldsCreate?.required ?? []) as string[];
  const own = (from: Record<string, Schema>, key: string) => (Object.hasOwn(from, key) ? from[key] : undefined);
  return new Map(
    Object.keys(answer).map((key) => [
      key,
      {
        answer: own(answer, key),
        create: own(create, key),
        update: own(update, key),
        required: required.includes(key),
      },
    ]),
  );
}

function added(key: string, { required }: FieldPlaces): DocumentChange {
  return required
    ? breaking(`There is a new field ${code(key)}, and it is required.`)
    : additive(`There is a new field ${code(key)}.`);
}

function compareField(key: string, was: FieldPlaces, is: FieldPlaces): DocumentChange[] {
  const filled = (place: FieldPlaces) =>
    place.required || (place.create !== undefined && !mayBeNull(asOneSchema(place.create)));
  const turned = was.create && is.create && filled(was) !== filled(is);
  const flip: DocumentChange[] =
    was.create && is.create && was.required !== is.required
      ? [sayRequired(key, is.required)]
      : turned
        ? [filled(is) ? breaking(`${code(key)} can no longer be empty.`) : additive(`${code(key)} can now be empty.`)]
        : [];
  const inRequests = [
    [was.create, is.create],
    [was.update, is.update],
  ] as const;
  const changes = once([
    ...flip,
    ...inRequests.flatMap(([a, b]) => (a && b ? compareSchemas(key, a, b, 'request', !turned) : [])),
    ...(was.answer && is.answer ? compareSchemas(key, was.answer, is.answer, 'answer') : []),
  ]);
  return withoutWords(changes);
}

const mayBeNull = ({ type }: Schema): boolean => [type].flat().includes('null');

function reordered(old: readonly string[], now: readonly string[]): DocumentChange[] {
  return old.join() === now.join() ? [] : [textual('The fields are in another order.')];
}
