/**
 * Polls that are held until an event comes. Each has a listener for its campaign, and no connection or transaction in the
 * meantime. A wake-up is only a reason to look: a poll that nothing wakes looks each second anyway.
 */

/** Milliseconds between two looks of a held poll that is not woken. */
const usualInterval = 1_000;

export interface FeedListener {
  /** Resolves when it is time to look: after a wake-up since the last call, when the process stops, or after `ms`. */
  wait(ms: number): Promise<void>;
  close(): void;
}

export interface FeedWaits {
  listen(campaignId: string): FeedListener;
  /** Wakes the polls of this campaign; without `campaignId`, all polls. */
  wake(campaignId?: string): void;
  /** Wakes all polls for good, because the process is stopping. */
  release(): void;
  readonly released: () => boolean;
}

export function createFeedWaits(checkEvery = usualInterval): FeedWaits {
  const listeners = new Map<string, Set<() => void>>();
  let released = false;
  const wake = (campaignId?: string) => {
    const woken = campaignId === undefined ? [...listeners.values()] : [listeners.get(campaignId) ?? []];
    for (const ofCampaign of woken) for (const notify of ofCampaign) notify();
  };
  return {
    wake,
    released: () => released,
    release() {
      released = true;
      wake();
    },
    listen(campaignId) {
      let isWoken = false;
      let resume: (() => void) | undefined;
      const notify = () => {
        isWoken = true;
        resume?.();
      };
      const ofCampaign = listeners.get(campaignId) ?? new Set();
      listeners.set(campaignId, ofCampaign.add(notify));
      return {
        async wait(ms) {
          if (!isWoken && !released) {
            await new Promise<void>((resolve) => {
              const timer = setTimeout(resolve, Math.min(ms, checkEvery));
              resume = () => {
                clearTimeout(timer);
                resolve();
              };
            });
          }
          resume = undefined;
          isWoken = false;
        },
        close() {
          ofCampaign.delete(notify);
          if (ofCampaign.size === 0 && listeners.get(campaignId) === ofCampaign) listeners.delete(campaignId);
        },
      };
    },
  };
}
