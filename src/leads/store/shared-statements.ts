/**
 * Statements that requests share. Items that come under one grant while a statement of their kind is running go out together, as the
 * next statement. Otherwise an item goes out at once: it waits neither for a timer nor for the end of a round of the event
 * loop, which may be long while others are busy. A shared statement costs PostgreSQL and this process a fraction of as many single ones.
 *
 * - Each item has its own outcome. If the statement fails because of one item, nothing was done, and its items run one by one.
 * - The guard is part of the statement: if it fails, it fails for all items, and each request runs again under a fresh grant.
 * - If the connection is lost, the outcome of each item is unknown, and each request says so.
 * - Items with one name, such as two updates of one lead, are never in one statement, and keep their order.
 * - A statement is committed before any of its outcomes is returned.
 * - The shared statements of one token, or of one member, have at most two connections at the same time, and items that run alone have
 *   two more, so that the lines go on while such an item waits for a lock.
 */
import type { Grant } from '../../access/grant.ts';
import { isLockTimeout, isUnavailable } from '../../database/connection.ts';
import { StaleGrant } from './guard.ts';
import type { LeadDatabase } from './tables.ts';

/** Returned in place of an outcome: the item runs again, alone. */
export const runAlone = Symbol('run alone');

export interface SharedStatement<Item, Outcome> {
  /** Runs one item as a statement of its own. */
  alone(db: LeadDatabase, grant: Grant, item: Item): Promise<Outcome>;
  /** Runs several items as one statement. Returns their outcomes, all of them and in their order. */
  together(db: LeadDatabase, grant: Grant, items: readonly Item[]): Promise<readonly (Outcome | typeof runAlone)[]>;
  /** Whether an item that runs alone may wait for a lock. Then it runs alone only beside its line, which it would hold up. */
  readonly waits?: boolean;
  /** Two items with the same name are never in one statement. */
  nameOf?(item: Item): string;
  /** The approximate size of an item, in characters. */
  sizeOf?(item: Item): number;
}

/** The most items, and the most characters, of one statement. */
const mostItems = 100;
const mostCharacters = 1_000_000;

/** The most connections of one actor: for shared statements, and for items that run alone. */
const mostConnections = { shared: 2, alone: 2 };

interface Waiting<Item, Outcome> {
  readonly item: Item;
  readonly name: string | undefined;
  readonly size: number;
  resolve(outcome: Outcome): void;
  reject(error: unknown): void;
}

/** The items of one kind under one grant. */
interface Line<Item, Outcome> {
  waiting: Waiting<Item, Outcome>[];
  isRunning: boolean;
  /** Names of items that run alone, outside the line. */
  readonly busy: Set<string>;
}

/** Returns a function that runs an item, in a shared statement where possible. Within a transaction nothing is shared. */
export function shareStatements<Item, Outcome>({
  alone,
  together,
  waits = false,
  nameOf,
  sizeOf,
}: SharedStatement<Item, Outcome>): (db: LeadDatabase, grant: Grant, item: Item) => Promise<Outcome> {
  type Entry = Waiting<Item, Outcome>;
  const lines = new WeakMap<Grant, Line<Item, Outcome>>();

  /** Runs statements until nothing is waiting that may run. */
  const work = async (db: LeadDatabase, grant: Grant, line: Line<Item, Outcome>) => {
    line.isRunning = true;
    for (let isDone = false; !isDone; )
      await withConnection(grant, 'shared', async () => {
        const entries = next(line);
        const [first, second] = entries;
        isDone = first === undefined;
        if (isDone) line.isRunning = false;
        else if (first && !second && !waits) await settle(first, alone(db, grant, first.item));
        else await settleTogether(db, grant, line, entries);
      });
  };

  /** Settles the entries of one statement. Those that have to run alone leave the line. */
  const settleTogether = async (
    db: LeadDatabase,
    grant: Grant,
    line: Line<Item, Outcome>,
    entries: readonly Entry[],
  ): Promise<void> => {
    let outcomes: readonly (Outcome | typeof runAlone)[];
    try {
      const items = entries.map(({ item }) => item);
      outcomes = await together(db, grant, items);
    } catch (error) {
      const concernsAll = error instanceof StaleGrant || (isUnavailable(error) && !isLockTimeout(error));
      if (concernsAll) {
        for (const { reject } of entries) reject(error);
        return;
      }
      outcomes = entries.map(() => runAlone);
    }
    for (const [i, entry] of entries.entries()) {
      const outcome = outcomes[i] as Outcome | typeof runAlone;
      if (outcome === runAlone) void leaveLine(db, grant, line, entry);
      else entry.resolve(outcome);
    }
  };

  /** Runs the entry alone, beside its line: it may have to wait for a lock, and items with other names need not. */
  const leaveLine = async (db: LeadDatabase, grant: Grant, line: Line<Item, Outcome>, entry: Entry) => {
    const { name } = entry;
    if (name !== undefined) line.busy.add(name);
    await withConnection(grant, 'alone', async () => {
      const failure = await settle(entry, alone(db, grant, entry.item));
      // The next items of this name would wait as long, one after the other.
      if (name !== undefined && isUnavailable(failure)) rejectNamed(line, name, failure);
    });
    if (name !== undefined) line.busy.delete(name);
    if (!line.isRunning) void work(db, grant, line);
  };

  return (db, grant, item) => {
    if (db.isTransaction) return alone(db, grant, item);
    const line = lines.get(grant) ?? { waiting: [], isRunning: false, busy: new Set() };
    lines.set(grant, line);
    return new Promise((resolve, reject) => {
      line.waiting.push({ item, name: nameOf?.(item), size: sizeOf?.(item) ?? 0, resolve, reject });
      if (!line.isRunning) void work(db, grant, line);
    });
  };
}

/** Takes the entries for one statement from the line. */
function next<Item, Outcome>(line: Line<Item, Outcome>): Waiting<Item, Outcome>[] {
  const names = new Set(line.busy);
  let size = 0;
  const [entries, rest]: [Waiting<Item, Outcome>[], Waiting<Item, Outcome>[]] = [[], []];
  for (const entry of line.waiting) {
    const { name } = entry;
    const isFull = entries.length >= mostItems || (size > 0 && size + entry.size > mostCharacters);
    if (isFull || (name !== undefined && names.has(name))) rest.push(entry);
    else {
      entries.push(entry);
      size += entry.size;
    }
    // A later item with this name must not go first.
    if (name !== undefined) names.add(name);
  }
  line.waiting = rest;
  return entries;
}

function rejectNamed<Item, Outcome>(line: Line<Item, Outcome>, name: string, failure: unknown): void {
  const isNamed = (entry: { readonly name: string | undefined }) => entry.name === name;
  for (const { reject } of line.waiting.filter(isNamed)) reject(failure);
  line.waiting = line.waiting.filter((entry) => !isNamed(entry));
}

/** Returns the failure, if there is one. */
async function settle<Outcome>(
  { resolve, reject }: Pick<Waiting<unknown, Outcome>, 'resolve' | 'reject'>,
  outcome: Promise<Outcome>,
): Promise<unknown> {
  try {
    resolve(await outcome);
    return undefined;
  } catch (error) {
    reject(error);
    return error;
  }
}

/** How many statements of an actor run, and which wait for one of them to end. */
const actors = new Map<string, { running: number; readonly waiting: (() => void)[] }>();

async function withConnection(
  { actor }: Grant,
  use: keyof typeof mostConnections,
  run: () => Promise<void>,
): Promise<void> {
  const key = `${use} ${actor.kind} ${actor.id}`;
  const state = actors.get(key) ?? { running: 0, waiting: [] };
  actors.set(key, state);
  if (state.running >= mostConnections[use]) await new Promise<void>((resolve) => state.waiting.push(resolve));
  else state.running += 1;
  try {
    await run();
  } finally {
    // The connection passes to the next, or is free.
    const following = state.waiting.shift();
    if (following) following();
    else state.running -= 1;
    if (state.running === 0) actors.delete(key);
  }
}
