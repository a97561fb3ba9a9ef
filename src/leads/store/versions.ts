/**
 * Versions of which the lead must have one: some, or all but some. SQL gets them as one `int8multirange`: a range ends with the next
 * version, which may be too large for an `int`.
 */

export type Versions = readonly number[] | { readonly allBut: readonly number[] };

/** The versions of `only` (`undefined`: any) without those of `not`. */
export function except(only: readonly number[] | undefined, not: readonly number[]): Versions | undefined {
  if (only) return only.filter((version) => !not.includes(version));
  return not.length > 0 ? { allBut: not } : undefined;
}

export function hasVersion(versions: Versions | undefined, version: number): boolean {
  if (versions === undefined) return true;
  return 'allBut' in versions ? !versions.allBut.includes(version) : versions.includes(version);
}

/** `{[7,7]}` for 7; `{(,7),(7,)}` for all but 7. Ranges may be empty. */
export function multirangeOf(versions: Versions | undefined): string | null {
  if (versions === undefined) return null;
  if (!('allBut' in versions)) return `{${versions.map((version) => `[${version},${version}]`).join()}}`;
  const ends = [...versions.allBut].sort((a, b) => a - b);
  return `{${[...ends, ''].map((end, i) => `(${ends[i - 1] ?? ''},${end})`).join()}}`;
}
