/**
 * SIGTERM (from a supervisor) and SIGINT (Ctrl-C): stops once, in order, and exits with 0 within the grace time, even if
 * requests are still running.
 */

/** Milliseconds from the end of lingering to the exit. Most supervisors kill 30 s after the signal. */
const graceMs = 23_000;

/** `lingerMs`: how long a stop may linger. `stopMessage`: for a worker, resolves when its primary tells it to stop. */
export function whenToldToStop(
  lingerMs: number,
  stop: (options: { linger: boolean }) => Promise<void>,
  stopMessage?: Promise<{ linger: boolean }>,
): void {
  let stopping = false;
  const once = async (options: { linger: boolean }) => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(0), lingerMs + graceMs).unref();
    await stop(options).catch((error: unknown) => console.error(error));
    process.exit(0);
  };
  // After SIGTERM, a balancer needs a moment to see in /readyz that the process is stopping. A person at a terminal does
  // not.
  process.on('SIGTERM', () => once({ linger: true }));
  process.on('SIGINT', () => once({ linger: false }));
  stopMessage?.then(once);
}
