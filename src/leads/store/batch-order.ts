/**
 * In which order the items of a batch are carried out: in as few sets as possible, and none before what it depends on.
 *
 * Many leads in parts, each of which is quickly made into the text of a statement: what a thousand leads with two hundred fields come
 * to would keep the event loop busy for as long as all other requests of a second take. A usual batch is one part.
 */

export interface Touch {
  /** What the item reads or changes. */
  readonly names: readonly string[];
  /**
   * Under a rule on duplicates, whether the item is measured by it: that must see what every item before has left, and
   * nothing of those after it. Without a rule `undefined`.
   */
  readonly measured: boolean | undefined;
}

/**
 * The places of the items, wave by wave, each wave in order. Items that share a name take effect in their order, also by
 * way of others: one that gives lead 7 the external id "A" ties together all that name either. Within a wave those that
 * are measured come first.
 */
export function wavesOf(touches: readonly Touch[]): readonly (readonly number[])[] {
  const tied = tie(touches.map(({ names }) => names));
  const last = new Map<string, number>();
  const waves: number[][] = [];
  let lastMeasured = 0;
  let lastOther = -1;
  for (const [place, { names, measured }] of touches.entries()) {
    const group = names[0] === undefined ? undefined : tied(names[0]);
    const free = group === undefined ? 0 : (last.get(group) ?? -1) + 1;
    const wave = Math.max(free, measured === undefined ? 0 : measured ? lastOther + 1 : lastMeasured);
    if (group !== undefined) last.set(group, wave);
    if (measured) lastMeasured = Math.max(lastMeasured, wave);
    if (measured === false) lastOther = Math.max(lastOther, wave);
    const found = waves[wave] ?? [];
    waves[wave] = found;
    found.push(place);
  }
  return waves;
}

/** Gives, for a name, one name that stands for all that are tied to it (a union-find). */
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
 * Which items of a batch are folded: changes of a lead that several items change, and that no other kind of item touches.
 * `names`: what each item touches, by its place; `isPlain`: whether it changes values and status alone.
 */
export function foldedPlaces(names: readonly (readonly string[])[], isPlain: (place: number) => boolean): Set<number> {
  const byName = new Map<string, number[]>();
  for (const [place, touched] of names.entries())
    for (const name of touched) {
      const places = byName.get(name) ?? [];
      byName.set(name, places);
      places.push(place);
    }
  const chains = [...byName.values()].filter((places) => places.length > 1 && places.every(isPlain));
  return new Set(chains.flat());
}

/** Of a part, in characters; and what a value has beside its text. */
const most = 500_000;
const ofValue = 20;

export function inParts<T>(leads: readonly T[], valuesOf: (lead: T) => Readonly<Record<string, unknown>>): T[][] {
  const parts: T[][] = [];
  let size = most;
  for (const lead of leads) {
    if (size >= most) {
      parts.push([]);
      size = 0;
    }
    parts.at(-1)?.push(lead);
    size += sizeOf(valuesOf(lead));
  }
  return parts;
}

function sizeOf(values: Readonly<Record<string, unknown>>): number {
  let size = 0;
  for (const key in values) {
    const value = values[key];
    size += ofValue + (typeof value === 'string' || Array.isArray(value) ? value.length : 0);
  }
  return size;
}
