/**
 * Tells the other processes soon after a commit that something has changed (`NOTIFY`), and receives their notifications. It
 * uses its own connection, opened when first needed. Notifications may be lost at any time: they may only make things happen
 * earlier, and nothing may depend on them. A notification takes a lock that serialises commits, so writes do not send one
 * each: all within `gap` are sent as one.
 */
import pg from 'pg';

const channel = 'leadspec_changes';
/** Milliseconds between two notifications of a process. */
const gap = 30;

export interface Notifications {
  /** Tells every process, including this one. */
  tell(subject: string): void;
  /** Opens the connection if it is not open, so that this process hears the others. */
  listen(): void;
  close(): Promise<void>;
}

/**
 * `heard`: called with each subject, and without one after a connection was opened, because a notification may have been
 * missed.
 */
export function createNotifications(url: string, heard: (subject?: string) => void): Notifications {
  const dirty = new Set<string>();
  const unsent = new Set<string>();
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
      // This process has handled its own notifications already.
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
    for (const subject of subjects) unsent.add(subject);
    void send();
    timer = setTimeout(flush, gap).unref();
  };
  /** Runs one statement at a time. Subjects that arrive meanwhile go into the next one. */
  const send = async () => {
    if (sending || !client) return;
    sending = true;
    try {
      while (client && unsent.size > 0) {
        const subjects = [...unsent];
        unsent.clear();
        await client.query('select pg_notify($1, s) from unnest($2::text[]) s', [channel, subjects]);
      }
    } catch {
      // The notification is lost. Those who wait for it also look by themselves.
    } finally {
      sending = false;
    }
  };

  return {
    listen,
    tell(subject) {
      listen();
      dirty.add(subject);
      // The first notification is sent at once, and later ones at the end of the gap.
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
