/**
 * Polls that are held until an event comes. Each has an ear that listens to its campaign, and holds no connection or transaction in
 * the meantime. A wake-up is only a reason to look; an ear that hears nothing looks now and then anyway.
 */

/** Milliseconds between two looks of a held poll that is not woken. */
const usualPause = 1_000;

export interface Ear {
  /** Resolves when it is time to look: at a wake-up since the last call, at a release, or after `ms` at the latest. */
  wait(ms: number): Promise<void>;
  close(): void;
}

export interface FeedWaits {
  listen(campaignId: string): Ear;
  /** Wakes the polls of this campaign; without `campaignId`, all polls. */
  wake(campaignId?: string): void;
  /** Wakes all polls for good, because the process is stopping. */
  release(): void;
  readonly released: () => boolean;
}

export function createFeedWaits(lookEvery = usualPause): FeedWaits {
  const ears = new Map<string, Set<() => void>>();
  let released = false;
  const wake = (campaignId?: string) => {
    const woken = campaignId === undefined ? [...ears.values()] : [ears.get(campaignId) ?? []];
    for (const campaignEars of woken) for (const hear of campaignEars) hear();
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
      const campaignEars = ears.get(campaignId) ?? new Set();
      ears.set(campaignId, campaignEars.add(hear));
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
          campaignEars.delete(hear);
          if (campaignEars.size === 0 && ears.get(campaignId) === campaignEars) ears.delete(campaignId);
        },
      };
    },
  };
}
