/**
 * Tells the other processes, soon after a commit, that something has changed (`NOTIFY`), and hears of what they tell. It has a
 * connection of its own, opened when first needed. Whatever is lost, with the connection or before it, is lost: it makes
 * things early and must never be what makes them happen.
 *
 * A notification takes a lock that serialises commits, so there is none for each write: what comes within `gap` goes out as one.
 */
import pg from 'pg';

const channel = 'leadspec_changes';
/** Milliseconds between two notifications of a process. */
const gap = 30;

export interface Notifications {
  /** Tells every process, this one included. */
  tell(subject: string): void;
  /** Opens the connection, if there is none, so that others are heard. */
  listen(): void;
  close(): Promise<void>;
}

/** `heard`: called with each subject; without one after a connection was opened, for something may have been missed. */
export function createNotifications(url: string, heard: (subject?: string) => void): Notifications {
  const dirty = new Set<string>();
  const untold = new Set<string>();
  let client: pg.Client | undefined;
  let opening = false;
  let triedAt = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | undefined;
  let sending = false;
  let closed = false;

  const open = async () => {
    opening = true;
    triedAt = performance.now();
    const fresh = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: 2_000,
      query_timeout: 5_000,
      keepAlive: true,
      application_name: 'leadspec notifications',
    });
    const lost = () => {
      if (client === fresh) client = undefined;
    };
    fresh.on('error', lost);
    fresh.on('end', lost);
    fresh.on('notification', ({ payload, processId }) => {
      // What this process has told, it has heard already.
      if (processId !== (fresh as unknown as { processID: number }).processID) heard(payload);
    });
    try {
      await fresh.connect();
      await fresh.query(`listen ${channel}`);
      if (closed) await fresh.end();
      else client = fresh;
      heard();
      void send();
    } catch {
      await fresh.end().catch(() => undefined);
    } finally {
      opening = false;
    }
  };
  const listen = () => {
    if (!client && !opening && !closed && performance.now() - triedAt > 1_000) void open();
  };
  const flush = () => {
    const subjects = [...dirty];
    dirty.clear();
    timer = undefined;
    if (subjects.length === 0) return;
    for (const subject of subjects) heard(subject);
    for (const subject of subjects) untold.add(subject);
    void send();
    timer = setTimeout(flush, gap).unref();
  };
  /** One statement at a time; what comes meanwhile goes out with the next. */
  const send = async () => {
    if (sending || !client) return;
    sending = true;
    try {
      while (client && untold.size > 0) {
        const subjects = [...untold];
        untold.clear();
        await client.query('select pg_notify($1, s) from unnest($2::text[]) s', [channel, subjects]);
      }
    } catch {
      // It is lost, and whoever waits for it looks by itself.
    } finally {
      sending = false;
    }
  };

  return {
    listen,
    tell(subject) {
      listen();
      dirty.add(subject);
      // The first goes at once; what follows within the gap goes at its end.
      if (!timer) flush();
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      const last = client;
      client = undefined;
      await last?.end().catch(() => undefined);
    },
  };
}
