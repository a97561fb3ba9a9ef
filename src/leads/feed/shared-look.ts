/**
 * Looks at a change feed that are shared: the held polls of one token that stand at one place look once, however many they
 * are. A poll joins only a look that begins after the poll asked for it, so that the guard holds for each of them.
 */

export type Share = <T>(key: string, look: () => Promise<T>) => Promise<T>;

/** `share('token place', look)`: one `look` for all that ask with this key in the same turn of the event loop. */
export function createShare(): Share {
  const asked = new Map<string, Promise<unknown>>();
  return <T>(key: string, look: () => Promise<T>): Promise<T> => {
    const known = asked.get(key) as Promise<T> | undefined;
    if (known) return known;
    const shared = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
      asked.delete(key);
      return look();
    });
    asked.set(key, shared);
    return shared;
  };
}
