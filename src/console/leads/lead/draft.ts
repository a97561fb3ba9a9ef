/** A lead in its form, in the shape of the API, and its differences from the version that it started from. */
import type { Lead } from '../queries.ts';

export interface Draft {
  readonly status: string;
  readonly external_id: string | null;
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface Patch {
  status?: string;
  external_id?: string | null;
  fields?: Record<string, unknown>;
}

export const draftOf = ({ status, external_id, fields }: Lead): Draft => ({ status, external_id, fields });

/** A missing value and `null` are both empty. */
export const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** A merge patch (RFC 7396) with only the changed values. */
export function patchOf(before: Draft, after: Draft): Patch {
  const fields = Object.fromEntries(
    Object.entries(after.fields)
      .filter(([key, value]) => !same(value, before.fields[key]))
      .map(([key, value]) => [key, value ?? null]),
  );
  return {
    ...(after.status !== before.status && { status: after.status }),
    ...(!same(after.external_id, before.external_id) && { external_id: after.external_id }),
    ...(Object.keys(fields).length > 0 && { fields }),
  };
}

/** The paths that a patch names. */
export const pathsOf = ({ fields = {}, ...rest }: Patch): string[] => [
  ...Object.keys(rest),
  ...Object.keys(fields).map((key) => `fields.${key}`),
];

export const valueAt = (draft: Draft, path: string): unknown =>
  path.startsWith('fields.') ? draft.fields[path.slice('fields.'.length)] : draft[path as 'status' | 'external_id'];

/**
 * Compares two changes of the same draft: the paths that both changed differently, and the paths that only the other one
 * changed.
 */
export function clashOf(before: Draft, mine: Draft, theirs: Draft) {
  const changed = pathsOf(patchOf(before, theirs)).filter((path) => !same(valueAt(mine, path), valueAt(theirs, path)));
  const own = new Set(pathsOf(patchOf(before, mine)));
  return { clashes: changed.filter((path) => own.has(path)), theirsOnly: changed.filter((path) => !own.has(path)) };
}

/** The draft with a new value at the path. */
export function withValue(draft: Draft, path: string, value: unknown): Draft {
  return path.startsWith('fields.')
    ? { ...draft, fields: { ...draft.fields, [path.slice('fields.'.length)]: value } }
    : { ...draft, [path]: value };
}
