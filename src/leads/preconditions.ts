/**
 * `If-Match` and `If-None-Match` of a request for one lead (RFC 9110, 13.1), as versions that the lead must have or must not have. The
 * document has already judged their form. A tag that is not a lead's matches nothing.
 */
import { readTags } from '../operation/entity-tags.ts';
import { type LeadTags, versionIn } from './lead-tag.ts';
import { except, type Versions } from './store/versions.ts';

export interface Conditions {
  /** An existing lead must have one of these versions; `undefined`: any. */
  readonly versions: Versions | undefined;
  /** `If-None-Match: *`: the lead must not exist yet. */
  readonly onlyCreates: boolean;
  /** `If-Match`: the lead must exist. */
  readonly onlyChanges: boolean;
}

type Headers = { readonly 'If-Match'?: string | undefined; readonly 'If-None-Match'?: string | undefined } | undefined;

export function readConditions(headers: Headers, tags: LeadTags): Conditions {
  const { 'If-Match': wanted, 'If-None-Match': unwanted } = headers ?? {};
  const only = wanted === undefined ? undefined : versionsIn(wanted);
  const not = unwanted === undefined ? [] : versionsNamed(unwanted, tags);
  return {
    versions: not === 'any' ? [] : except(only === 'any' ? undefined : only, not),
    onlyCreates: not === 'any',
    onlyChanges: wanted !== undefined,
  };
}

/** Whether `If-Match` names the version of a tag. Its suffix does not matter, because it does not change the lead. */
export function namesVersion(header: string, etag: string): boolean {
  const versions = versionsIn(header);
  const version = versionIn(etag);
  return versions === 'any' || (version !== undefined && versions.includes(version));
}

/** By strong comparison: a weak tag matches nothing. */
function versionsIn(header: string): 'any' | readonly number[] {
  const tags = readTags(header) ?? [];
  if (tags === '*') return 'any';
  return tags.flatMap(({ weak, opaque }) => (weak ? [] : (versionIn(`"${opaque}"`) ?? [])));
}

/** By weak comparison of the whole tag: only with its suffix it identifies the body that the client has. */
function versionsNamed(header: string, { of, coded }: LeadTags): 'any' | readonly number[] {
  const tags = readTags(header) ?? [];
  if (tags === '*') return 'any';
  return tags.flatMap(({ opaque }) => {
    const version = versionIn(`"${opaque}"`);
    return version !== undefined && coded(of(version)) === `"${opaque}"` ? [version] : [];
  });
}
