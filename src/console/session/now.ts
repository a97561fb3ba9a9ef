/**
 * The current time, so that an open page that says "2 hours ago" stays true. One timer serves all components, and runs only
 * while one of them is rendered.
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

/** Milliseconds since 1970. The component renders again from time to time. */
export function useNow(): number {
  useSyncExternalStore(subscribe, () => ticks);
  return Date.now();
}
