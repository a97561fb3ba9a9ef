/**
 * Keeps the focus from being lost. If the focused element leaves the page, such as a dialog that closes or an item of a
 * menu, the focus returns to where it was before. Mantine does this only for dialogs that stay mounted.
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
    // If the element is still there, the focus left it on purpose, by a click on the page. If it is not, the focus may have
    // to wait until a dialog has closed.
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
