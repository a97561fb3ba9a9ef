/**
 * SIGTERM (from a supervisor) and SIGINT (Ctrl-C): stops once, in order, and exits with 0 within the grace time, even if
 * requests are still running.
 */

/** Milliseconds from the signal to the exit. Most supervisors kill after 30 s. */
const graceMs = 25_000;

/** `stopMessage`: for a worker, resolves when its primary tells it to stop. */
export function whenToldToStop(
  stop: (options: { linger: boolean }) => Promise<void>,
  stopMessage?: Promise<{ linger: boolean }>,
): void {
  let stopping = false;
  const once = async (options: { linger: boolean }) => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(0), graceMs).unref();
    await stop(options).catch((error: unknown) => console.error(error));
    process.exit(0);
  };
  // After SIGTERM, a balancer needs a moment to see in /readyz that the process is stopping. A person at a terminal does
  // not.
  process.on('SIGTERM', () => once({ linger: true }));
  process.on('SIGINT', () => once({ linger: false }));
  stopMessage?.then(once);
}
