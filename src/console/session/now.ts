/**
 * What time it is, for what is said of times: a page that stays open says "2 hours ago" two hours later. All who ask are told by one timer, which runs while somebody asks.
 */
import { useSyncExternalStore } from 'react';

const everyMs = 10_000;

const asking = new Set<() => void>();
let ticks = 0;
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(changed: () => void): () => void {
  asking.add(changed);
  timer ??= setInterval(() => {
    ticks += 1;
    for (const tell of asking) tell();
  }, everyMs);
  return () => {
    asking.delete(changed);
    if (asking.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** Milliseconds since 1970. Whoever asks is drawn again from time to time. */
export function useNow(): number {
  useSyncExternalStore(subscribe, () => ticks);
  return Date.now();
}
