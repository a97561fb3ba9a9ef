/**
 * Polls that are held until an event comes: one ear for each, by campaign. Nothing of the database is held meanwhile. What is
 * heard is only a reason to look; an ear that hears nothing looks now and then all the same.
 */

/** Milliseconds between two looks of a held poll that hears nothing. */
const usualPause = 1_000;

export interface Ear {
  /** Resolves when it is time to look: after `ms` at the latest, when something was heard since the last call, when all are released. */
  wait(ms: number): Promise<void>;
  close(): void;
}

export interface FeedWaits {
  listen(campaignId: string): Ear;
  /** Wakes who waits for this campaign; without one, everybody. */
  wake(campaignId?: string): void;
  /** Wakes everybody for good: the process is about to stop. */
  release(): void;
  readonly released: () => boolean;
}

export function createFeedWaits(lookEvery = usualPause): FeedWaits {
  const ears = new Map<string, Set<() => void>>();
  let released = false;
  const wake = (campaignId?: string) => {
    const woken = campaignId === undefined ? [...ears.values()] : [ears.get(campaignId) ?? []];
    for (const those of woken) for (const hear of those) hear();
  };
  return {
    wake,
    released: () => released,
    release() {
      released = true;
      wake();
    },
    listen(campaignId) {
      let heard = false;
      let resume: (() => void) | undefined;
      const hear = () => {
        heard = true;
        resume?.();
      };
      const those = ears.get(campaignId) ?? new Set();
      ears.set(campaignId, those.add(hear));
      return {
        async wait(ms) {
          if (!heard && !released) {
            await new Promise<void>((resolve) => {
              const timer = setTimeout(resolve, Math.min(ms, lookEvery));
              resume = () => {
                clearTimeout(timer);
                resolve();
              };
            });
          }
          resume = undefined;
          heard = false;
        },
        close() {
          those.delete(hear);
          if (those.size === 0 && ears.get(campaignId) === those) ears.delete(campaignId);
        },
      };
    },
  };
}
