/** The state of a list in the address: search text, order, state, and the entry that a link points to. */
export interface ListAddress {
  readonly q?: string;
  /** Name of an order. A leading `-` reverses it. */
  readonly sort?: string;
  readonly state?: string;
  /** Id of the entry to scroll to and to mark. */
  readonly mark?: string;
}

const names = ['q', 'sort', 'state', 'mark'] as const;

/** Reads the search of an address. The list itself decides what an unknown order or state means. */
export function readListAddress(search: Readonly<Record<string, unknown>>): ListAddress {
  const given = names.flatMap((name) => {
    const value = search[name];
    return typeof value === 'string' && value !== '' ? [[name, value]] : [];
  });
  return Object.fromEntries(given);
}
