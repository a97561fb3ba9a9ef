/**
 * A page of a token's changelog, the newest entry first. It joins the stored changes of the campaign and the changes of the
 * token itself, and leaves out no revision.
 */
import type { Database } from '../database/connection.ts';
import { lookBack } from './look-back.ts';
import { entryOf, listOwnChanges, type OwnChange } from './own-changes.ts';
import { type Cursor, changedAt, type Entry, findStored, listStored, type Place } from './stored.ts';
import type { Reader } from './subject-then.ts';

export interface Page {
  readonly entries: readonly Entry[];
  /** The entry before which the next page begins; null on the last page. */
  readonly next: string | null;
}

export interface Changelogs {
  /** `before`: the id of an entry. The result is `undefined` if no entry has this id. */
  read(reader: Reader, before?: string): Promise<Page | undefined>;
  /** The time of the last change of the token's document. */
  changedAt(reader: Reader): Promise<Date | undefined>;
}

export function createChangelogs(db: Database, limit = 50): Changelogs {
  const page = async (reader: Reader, from: Cursor | undefined): Promise<Page> => {
    const stored = await listStored(db, placeOf(reader), { before: from, limit: limit + 1 });
    const own = (await listOwnChanges(db, reader.token.id)).filter((one) => !from || isBefore(one, from));
    const all = [...stored, ...own].sort((a, b) => (isBefore(a, b) ? 1 : -1));
    const entries: Entry[] = [];
    for (const one of all) {
      const entry = isOwn(one) ? await entryOf(db, reader, one) : one;
      if (entry && entries.length === limit) return { entries, next: entries.at(-1)?.id ?? null };
      if (entry) entries.push(entry);
    }
    return { entries, next: null };
  };

  return {
    async read(reader, before) {
      await lookBack(db, reader);
      if (before === undefined) return page(reader, undefined);
      const from = await find(db, reader, before);
      return from && page(reader, from);
    },
    async changedAt(reader) {
      await lookBack(db, reader);
      return changedAt(db, placeOf(reader));
    },
  };
}

const placeOf = ({ campaign, token }: Reader): Place => ({ campaignId: campaign.id, tokenId: token.id });

const isOwn = (one: Entry | OwnChange): one is OwnChange => 'after' in one;

/** In the order of the database. */
function isBefore(a: Cursor, b: Cursor): boolean {
  const [x, y] = [a.at.getTime(), b.at.getTime()];
  return x < y || (x === y && a.id < b.id);
}

async function find(db: Database, reader: Reader, id: string): Promise<Cursor | undefined> {
  const own = (await listOwnChanges(db, reader.token.id)).find((one) => one.id === id);
  return own ?? findStored(db, placeOf(reader), id);
}
