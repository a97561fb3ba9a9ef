/** A lead while it is edited: the same shape as on the wire, and what of it differs from where one began. */
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

/** Absent and `null` are both empty. */
export const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** A merge patch (RFC 7396) of what was changed, and nothing else. */
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

/** Where two who began from the same draft went different ways, and where only the other one went. */
export function clashOf(before: Draft, mine: Draft, theirs: Draft) {
  const changed = pathsOf(patchOf(before, theirs)).filter((path) => !same(valueAt(mine, path), valueAt(theirs, path)));
  const own = new Set(pathsOf(patchOf(before, mine)));
  return { clashes: changed.filter((path) => own.has(path)), theirsOnly: changed.filter((path) => !own.has(path)) };
}

/** The draft with another value at the path. */
export function withValue(draft: Draft, path: string, value: unknown): Draft {
  return path.startsWith('fields.')
    ? { ...draft, fields: { ...draft.fields, [path.slice('fields.'.length)]: value } }
    : { ...draft, [path]: value };
}
