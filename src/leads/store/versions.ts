/**
 * Versions of which a lead must have one: some, or all but some. As SQL they are one `int8multirange`: the end of a range is the
 * version after it, which is no `int` behind the greatest.
 */

export type Versions = readonly number[] | { readonly allBut: readonly number[] };

/** `undefined`: any version. */
export function except(versions: readonly number[] | undefined, not: readonly number[]): Versions | undefined {
  if (versions) return versions.filter((version) => !not.includes(version));
  return not.length > 0 ? { allBut: not } : undefined;
}

export function hasVersion(versions: Versions | undefined, version: number): boolean {
  if (versions === undefined) return true;
  return 'allBut' in versions ? !versions.allBut.includes(version) : versions.includes(version);
}

/** `{[7,7]}` for 7; `{(,7),(7,)}` for all but 7. Ranges that hold no version are allowed. */
export function multirangeOf(versions: Versions | undefined): string | null {
  if (versions === undefined) return null;
  if (!('allBut' in versions)) return `{${versions.map((version) => `[${version},${version}]`).join()}}`;
  const ends = [...versions.allBut].sort((a, b) => a - b);
  return `{${[...ends, ''].map((end, i) => `(${ends[i - 1] ?? ''},${end})`).join()}}`;
}
