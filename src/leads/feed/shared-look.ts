/**
 * Shared looks at a change feed. The held polls of one token at one place look once for all of them. A poll joins only a look that
 * begins after the poll has asked, so that the guard holds for each poll.
 */

export type Share = <T>(key: string, look: () => Promise<T>) => Promise<T>;

/** `share('token place', look)` runs one `look` for all polls that ask with this key in the same turn of the event loop. */
export function createShare(): Share {
  const asked = new Map<string, Promise<unknown>>();
  return <T>(key: string, look: () => Promise<T>): Promise<T> => {
    const pending = asked.get(key) as Promise<T> | undefined;
    if (pending) return pending;
    const shared = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
      asked.delete(key);
      return look();
    });
    asked.set(key, shared);
    return shared;
  };
}
