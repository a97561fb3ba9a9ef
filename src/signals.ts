/**
 * SIGTERM (from whoever runs the service) and SIGINT (Ctrl-C): stop once, in order, and exit with 0 within the grace
 * time, whatever is still under way.
 */

/** Milliseconds from the signal to the end, below the 30 s after which most supervisors kill. */
const graceMs = 25_000;

/** `told`: another way to be told, for a worker whose primary says so. */
export function whenToldToStop(
  stop: (options: { linger: boolean }) => Promise<void>,
  told?: Promise<{ linger: boolean }>,
): void {
  let stopping = false;
  const once = async (options: { linger: boolean }) => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(0), graceMs).unref();
    await stop(options).catch((error: unknown) => console.error(error));
    process.exit(0);
  };
  // A balancer is told by SIGTERM's follow-up in /readyz and needs a moment; a person at a terminal does not.
  process.on('SIGTERM', () => once({ linger: true }));
  process.on('SIGINT', () => once({ linger: false }));
  told?.then(once);
}
