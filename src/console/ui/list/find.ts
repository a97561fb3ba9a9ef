/** Searches, filters and sorts the entries of a list. It knows no browser and no address. */

export interface Order<Item> {
  readonly label: string;
  readonly by: (a: Item, b: Item) => number;
  /** Whether it sorts from large to small, or from late to early. */
  readonly falls?: true;
}

export interface State<Item> {
  readonly label: string;
  readonly is: (item: Item) => boolean;
}

/** How entries of a list are searched, sorted and filtered. */
export interface Plan<Item> {
  /** The text that a search looks in. */
  readonly text: (item: Item) => string;
  /** The first order is the default. */
  readonly orders: Readonly<Record<string, Order<Item>>>;
  readonly states?: Readonly<Record<string, State<Item>>>;
  /** The label for "any state", if the list needs another one. */
  readonly any?: string;
  /** Which entries the list has while no state is chosen. Left out for all. */
  readonly byDefault?: (item: Item) => boolean;
}

export interface Criteria {
  readonly text: string;
  readonly sort: string | undefined;
  readonly state: string | undefined;
}

export interface Sorted {
  readonly name: string;
  readonly reversed: boolean;
}

/** The order of a name in the address. An unknown name gives the first order. */
export function sortedBy<Item>({ orders }: Plan<Item>, sort: string | undefined): Sorted {
  const reversed = sort?.startsWith('-') ?? false;
  const name = reversed ? sort?.slice(1) : sort;
  const [first = ''] = Object.keys(orders);
  return name !== undefined && Object.hasOwn(orders, name) ? { name, reversed } : { name: first, reversed: false };
}

/** Undefined if no state has this name. */
export const stateOf = <Item>({ states = {} }: Plan<Item>, name: string | undefined): State<Item> | undefined =>
  name !== undefined && Object.hasOwn(states, name) ? states[name] : undefined;

/** In lower case and without accents, so that `soren` finds `Sören`. */
export const fold = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ø', 'o').replaceAll('æ', 'ae');

/** Tells whether a text has every typed word, in any order. Without a word, every text has. */
export function hasWords(typed: string): (text: string) => boolean {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return () => true;
  return (text) => {
    const own = fold(text);
    return words.every((word) => own.includes(word));
  };
}

export function filterAndSort<Item>(
  items: readonly Item[],
  plan: Plan<Item>,
  { text, sort, state }: Criteria,
): readonly Item[] {
  const has = hasWords(text);
  const is = stateOf(plan, state)?.is;
  const matching = items.filter((item) => (!is || is(item)) && has(plan.text(item)));
  const { name, reversed } = sortedBy(plan, sort);
  const by = plan.orders[name]?.by;
  if (!by) return matching;
  return matching.sort((a, b) => (reversed ? by(b, a) : by(a, b)));
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Sorted as a person would look it up: `Vendor 9` before `Vendor 10`. */
export const byText =
  <Item>(of: (item: Item) => string) =>
  (a: Item, b: Item): number =>
    collator.compare(of(a), of(b));

export const byNumber =
  <Item>(of: (item: Item) => number) =>
  (a: Item, b: Item): number =>
    of(a) - of(b);

/** The latest first. Entries without a time come last. */
export const latestFirst = <Item>(of: (item: Item) => string | null) =>
  byNumber<Item>((item) => -moment(of(item), Number.NEGATIVE_INFINITY));

/** The next one first. Entries without a time come last. */
export const soonestFirst = <Item>(of: (item: Item) => string | null) =>
  byNumber<Item>((item) => moment(of(item), Number.MAX_SAFE_INTEGER));

const moment = (at: string | null, never: number): number => {
  const parsed = at === null ? Number.NaN : Date.parse(at);
  return Number.isNaN(parsed) ? Math.max(never, -Number.MAX_SAFE_INTEGER) : parsed;
};

/** In the order of the server. Sorting leaves equal entries where they are. */
export const asGiven = (): number => 0;

/** How near a name is to the typed text: 0 is equal, 1 begins with it, 2 has every word of it, 3 is anything else. */
export function distance(name: string, typed: string): number {
  const [own, wanted] = [fold(name), fold(typed).trim()];
  if (own === wanted) return 0;
  if (own.startsWith(wanted)) return 1;
  return hasWords(typed)(name) ? 2 : 3;
}
