/** What the address keeps of a list: what is searched for, the order, the state, and the entry that a link points to. */
export interface ListAddress {
  readonly q?: string;
  /** Name of an order; with `-` before it the other way round. */
  readonly sort?: string;
  readonly state?: string;
  /** Id of the entry to scroll to and to mark. */
  readonly mark?: string;
}

const names = ['q', 'sort', 'state', 'mark'] as const;

/** Out of the search of an address; what an unknown order or state means is the list's to say. */
export function readListAddress(search: Readonly<Record<string, unknown>>): ListAddress {
  const given = names.flatMap((name) => {
    const value = search[name];
    return typeof value === 'string' && value !== '' ? [[name, value]] : [];
  });
  return Object.fromEntries(given);
}
