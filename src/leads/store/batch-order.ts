/**
 * The order of a batch: which items are folded, in which waves the others are carried out, and in which parts a wave is sent to the
 * database. There are as few waves as possible, and no item comes before an item that it depends on.
 */

export interface Touch {
  /** Names for everything that the item reads or changes. */
  readonly names: readonly string[];
  /**
   * Whether the duplicate check applies to the item. Such an item must see the effects of all items before it, and of no item after
   * it. `undefined` without a rule, and if the order of items is free unless they share a name.
   */
  readonly measured: boolean | undefined;
}

/**
 * The indexes of the items, wave by wave, each wave in order. Items that share a name take effect in their order, even if they share it
 * only through a third item: an item that gives lead 7 the external id "A" ties all items that name either of the two. Within a
 * wave, measured items come first.
 */
export function wavesOf(touches: readonly Touch[]): readonly (readonly number[])[] {
  const tied = tie(touches.map(({ names }) => names));
  const last = new Map<string, number>();
  const waves: number[][] = [];
  let lastMeasured = 0;
  let lastOther = -1;
  for (const [index, { names, measured }] of touches.entries()) {
    const group = names[0] === undefined ? undefined : tied(names[0]);
    const free = group === undefined ? 0 : (last.get(group) ?? -1) + 1;
    const wave = Math.max(free, measured === undefined ? 0 : measured ? lastOther + 1 : lastMeasured);
    if (group !== undefined) last.set(group, wave);
    if (measured) lastMeasured = Math.max(lastMeasured, wave);
    if (measured === false) lastOther = Math.max(lastOther, wave);
    const found = waves[wave] ?? [];
    waves[wave] = found;
    found.push(index);
  }
  return waves;
}

/** Returns a function that maps each name to one name for the whole group of tied names (union-find). */
function tie(together: readonly (readonly string[])[]): (name: string) => string {
  const parents = new Map<string, string>();
  const find = (name: string): string => {
    let root = name;
    for (let parent = parents.get(root); parent !== undefined; parent = parents.get(root)) root = parent;
    if (root !== name) parents.set(name, root);
    return root;
  };
  for (const [first, ...rest] of together) {
    if (first === undefined) continue;
    for (const name of rest) {
      const [a, b] = [find(first), find(name)];
      if (a !== b) parents.set(b, a);
    }
  }
  return find;
}

/**
 * The items that are folded into one statement: patches of a lead that several items patch and no other item touches. `names`: of each
 * item. `isPlain`: whether the item changes only values and status.
 */
export function foldedItems(names: readonly (readonly string[])[], isPlain: (index: number) => boolean): Set<number> {
  const byName = new Map<string, number[]>();
  for (const [index, namesOfItem] of names.entries())
    for (const name of namesOfItem) {
      const indexes = byName.get(name) ?? [];
      byName.set(name, indexes);
      indexes.push(index);
    }
  const chains = [...byName.values()].filter((indexes) => indexes.length > 1 && indexes.every(isPlain));
  return new Set(chains.flat());
}

/** The size of a part in characters, and what each value adds to its text. */
const partSize = 500_000;
const valueOverhead = 20;

/**
 * Cuts leads into parts, each of which is quickly written as the text of a statement. For a thousand leads with two hundred fields, a
 * single statement would block the event loop for as long as all other requests of one second take. A usual batch is one part.
 */
export function inParts<T>(leads: readonly T[], valuesOf: (lead: T) => Readonly<Record<string, unknown>>): T[][] {
  const parts: T[][] = [];
  let size = partSize;
  for (const lead of leads) {
    if (size >= partSize) {
      parts.push([]);
      size = 0;
    }
    parts.at(-1)?.push(lead);
    size += sizeOf(valuesOf(lead));
  }
  return parts;
}

/** The approximate size of values, in characters. */
export function sizeOf(values: Readonly<Record<string, unknown>>): number {
  let size = 0;
  for (const key in values) {
    const value = values[key];
    size += valueOverhead + (typeof value === 'string' || Array.isArray(value) ? value.length : 0);
  }
  return size;
}
