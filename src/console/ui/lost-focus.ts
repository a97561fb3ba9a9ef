/**
 * Focus is never lost: when what has it is taken off the page, such as a dialog that closes or a menu's item, it goes back to
 * where it was before, so that one goes on from there by the keyboard. Mantine returns it only for dialogs that stay mounted.
 */
const remembered = 20;

export function returnLostFocus(): void {
  let visited: HTMLElement[] = [];
  let isTaken = false;
  document.addEventListener('focusin', ({ target }) => {
    isTaken = false;
    if (target instanceof HTMLElement)
      visited = [...visited.filter((one) => one !== target), target].slice(-remembered);
  });
  const look = () => {
    if (document.activeElement !== null && document.activeElement !== document.body) return;
    // What is still there was left on purpose, by a click beside everything. What was taken may have to wait for a dialog to close.
    isTaken ||= visited.at(-1)?.isConnected === false;
    if (!isTaken) return;
    visited = visited.filter((one) => one.isConnected);
    visited.findLast(canGo)?.focus({ preventScroll: true });
  };
  new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
}

/** Nothing below an open dialog can be reached. */
function canGo(element: HTMLElement): boolean {
  const dialog = [...document.querySelectorAll('[role="dialog"][aria-modal="true"]')].at(-1);
  return element.checkVisibility() && !element.matches(':disabled') && (!dialog || dialog.contains(element));
}
