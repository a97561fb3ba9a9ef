/**
 * The last requests of each token, for the token's holder to read. They are gathered in memory and written in batches, at
 * least every second, so that no request pays a round trip. The plain requests of one token share a row (`access/kept-requests`
 * reads them). The memory is bounded: further requests are dropped and counted, and nothing is slowed.
 */
import { sql } from 'kysely';
import type { SentRequest } from '../campaign/sent-shape.ts';
import { removeInBatches } from '../database/batches.ts';
import { type Database, isUnavailable } from '../database/connection.ts';
import { timeOfId } from '../ids/ids.ts';

/** The code and place of one wrong value, but never the value. */
export interface LoggedError {
  readonly pointer?: string;
  readonly parameter?: string;
  readonly code: string;
}

export interface LoggedRequest {
  /** A UUIDv7 with the time when the request arrived. */
  readonly id: string;
  readonly token: { readonly id: string; readonly accountId: string; readonly campaignId: string | null };
  /** The campaign's slug. Nothing is written if the token does not reach the campaign. */
  readonly slug: string;
  readonly operation: string | null;
  readonly status: number;
  readonly code: string | null;
  readonly errors: readonly LoggedError[];
  /** Only for an accepted request. */
  readonly sent?: SentRequest | undefined;
  readonly requestId: string;
  readonly durationMs: number;
}

/** The stored columns of a request. */
export interface StoredRequest {
  readonly id: string;
  readonly operation: string | null;
  readonly status: number;
  readonly code: string | null;
  readonly errors: LoggedError[] | null;
  readonly request_id: string;
  readonly duration_ms: number;
}

export interface RequestLog {
  /**
   * Whether to keep the shape of this token's request. True for the first requests of each second, as many as a preview looks
   * at. A true result counts as one of them.
   */
  takesShape(tokenId: string, campaignId: string): boolean;
  note(request: LoggedRequest): void;
  /** Writes everything noted so far. */
  flush(): Promise<void>;
  stop(): Promise<void>;
}

export const daysKept = 7;
/** How many of a token's last accepted requests in a campaign a preview looks at. */
export const shapesLookedAt = 100;
/** Rows in one batch: few enough that neither serialising nor inserting them holds up a request. */
const batch = 200;
/** So many requests are written without waiting for the clock, in however few rows. */
const many = 2_000;
/** Requests in one row, and the most milliseconds between the first and the last of them. */
const mostInRow = 500;
export const longestSpread = 10_000;

interface Options {
  /** Called with the number of dropped requests. */
  readonly onDrop: (count: number) => void;
  readonly intervalMs?: number;
  /** The most requests that may wait to be written. */
  readonly maxWaiting?: number;
}

export function createRequestLog(
  db: Database,
  { onDrop, intervalMs = 1_000, maxWaiting = 10_000 }: Options,
): RequestLog {
  let waiting: Row[] = [];
  /** The rows that further requests may join, by token and campaign. They wait with the others. */
  const open = new Map<string, Row>();
  /** The requests in all waiting rows. */
  let count = 0;
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  /** The database failed. The timer tries again, so that not every request does. */
  let resting = false;
  /**
   * Shapes kept in this second, by token and campaign. Without the bound, most of the work would be shapes that no preview
   * reads.
   */
  const shapes = new Map<string, number>();

  /** Only the last batch may be short. Rows that come while it is written wait for the next pass, so that it is not short again. */
  const write = async (least: number) => {
    for (let isShort = false; !isShort && waiting.length >= least; ) {
      isShort = waiting.length < batch;
      const rows = waiting.splice(0, batch);
      open.clear();
      count -= requestsIn(rows);
      try {
        await insertRows(db, rows);
      } catch (error) {
        // Rows are written again only after a failure that may pass. A row that was written already is skipped by its id.
        const kept = isUnavailable(error) ? rowsWithin(rows, maxWaiting - count) : [];
        waiting = [...kept, ...waiting];
        count += requestsIn(kept);
        if (kept.length < rows.length) onDrop(requestsIn(rows) - requestsIn(kept));
        resting = true;
        return;
      }
    }
  };

  /** Writes until fewer than `least` rows wait. A request that fills a batch writes only whole batches. */
  const flush = (least = 1): Promise<void> => {
    if (running) {
      next ??= running.then(() => {
        next = undefined;
        return flush();
      });
      return next;
    }
    running = write(least).finally(() => {
      running = undefined;
    });
    return running;
  };

  /** Adds the request to the open row of its token, or as a row of its own. */
  const add = (request: LoggedRequest) => {
    if (!isPlain(request)) {
      waiting.push(rowOf(request));
      return;
    }
    const key = `${request.token.id} ${request.slug}`;
    const row = open.get(key);
    if (row && join(row, request)) return;
    const begun = rowOf(request);
    open.set(key, begun);
    waiting.push(begun);
  };

  const timer = setInterval(() => {
    resting = false;
    shapes.clear();
    void flush();
  }, intervalMs);
  timer.unref();
  return {
    takesShape(tokenId, campaignId) {
      const key = `${tokenId} ${campaignId}`;
      const count = shapes.get(key) ?? 0;
      if (count >= shapesLookedAt) return false;
      shapes.set(key, count + 1);
      return true;
    },
    note(request) {
      if (count >= maxWaiting) return onDrop(1);
      count += 1;
      add(request);
      if (running || resting) return;
      if (waiting.length >= batch) void flush(batch);
      else if (count >= many) void flush();
    },
    flush,
    async stop() {
      clearInterval(timer);
      await flush();
    },
  };
}

/** A row as it is inserted. */
interface Row {
  /** The request with the largest id. All are of one token in one campaign. */
  newest: LoggedRequest;
  /** The others, see {@link requestLine}. */
  readonly more: string[];
  /** The smallest id. */
  first: string;
}

const rowOf = (request: LoggedRequest): Row => ({ newest: request, more: [], first: request.id });

/** The first rows, as many as have no more than `most` requests. */
function rowsWithin(rows: readonly Row[], most: number): readonly Row[] {
  let sum = 0;
  return rows.filter(({ more }) => {
    sum += 1 + more.length;
    return sum <= most;
  });
}

const requestsIn = (rows: readonly Row[]): number => rows.reduce((sum, { more }) => sum + 1 + more.length, 0);

/** Whether the request may share a row: it was accepted, soon, and there is nothing to tell of it but that. */
const isPlain = ({ status, operation, errors, sent, durationMs }: LoggedRequest): boolean =>
  status < 400 && operation !== null && errors.length === 0 && sent === undefined && durationMs < longestSpread / 2;

/** Adds a plain request to the row; false if the row is full, or too old. */
function join(row: Row, request: LoggedRequest): boolean {
  const isNewest = request.id > row.newest.id;
  const isFirst = request.id < row.first;
  const spread = timeOfId(isNewest ? request.id : row.newest.id) - timeOfId(isFirst ? request.id : row.first);
  if (row.more.length + 1 >= mostInRow || spread >= longestSpread) return false;
  row.more.push(requestLine(isNewest ? row.newest : request));
  if (isNewest) row.newest = request;
  if (isFirst) row.first = request.id;
  return true;
}

/** `id operation status milliseconds`, and the request id if the client chose it. They have no spaces. */
function requestLine({ id, operation, status, durationMs, requestId }: LoggedRequest): string {
  const line = `${id} ${operation} ${status} ${durationMs}`;
  return requestId === id ? line : `${line} ${requestId}`;
}

/** The columns of a row, as JSON. */
function columnsOf({ newest, more, first }: Row) {
  const { id, token, slug, operation, status, code, errors, sent, requestId, durationMs } = newest;
  return {
    id,
    token_id: token.id,
    account_id: token.accountId,
    only_campaign: token.campaignId,
    slug,
    at: new Date(timeOfId(id)).toISOString(),
    operation,
    status,
    code,
    errors: errors.length > 0 ? errors : undefined,
    sent,
    request_id: requestId,
    duration_ms: durationMs,
    more_count: more.length,
    ...(more.length > 0 && { more: more.join('\n'), first_id: first }),
  };
}

async function insertRows(db: Database, rows: readonly Row[]): Promise<void> {
  await sql`
    insert into token_requests (campaign_id, token_id, id, at, operation, status, code, errors, sent, request_id, duration_ms, more, more_count, first_id)
    select c.id, u.token_id, u.id, u.at, u.operation, u.status, u.code, u.errors, u.sent, u.request_id, u.duration_ms, u.more, u.more_count, u.first_id
    from jsonb_to_recordset(${JSON.stringify(rows.map(columnsOf))}::jsonb) as u(
        id uuid, token_id uuid, account_id uuid, only_campaign uuid, slug text, at timestamptz, operation text,
        status smallint, code text, errors jsonb, sent jsonb, request_id text, duration_ms integer, more text, more_count integer, first_id uuid)
      join campaigns c on c.slug = u.slug and c.account_id = u.account_id and c.deleted_at is null
        and (u.only_campaign is null or u.only_campaign = c.id)
    on conflict do nothing`.execute(db);
}

/** Deletes expired rows, the oldest first. Returns their number. Any number of processes may run this. */
export const forgetRequests = (db: Database, isStopping: () => boolean): Promise<number> =>
  removeInBatches(
    db,
    {
      table: 'token_requests',
      key: ['campaign_id', 'token_id', 'id'],
      where: sql<boolean>`at < now() - make_interval(days => ${sql.lit(daysKept)})`,
      orderBy: 'at',
    },
    isStopping,
  );
