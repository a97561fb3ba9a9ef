/**
 * Escape closes only the innermost thing: an open calendar, and not the form around it. Mantine's dialogs leave the key to
 * an element that has a certain attribute. Mantine's lists set it while they are open, but its calendars do not.
 */
const mark = 'data-mantine-stop-propagation';

/** Call it before any dialog exists, because listeners are called in the order in which they were added. */
export function closeCalendarsFirst(): void {
  window.addEventListener(
    'keydown',
    ({ key, target }) => {
      const isOpen = document.querySelector('[data-dates-dropdown]') !== null;
      if (key !== 'Escape' || !isOpen || !(target instanceof Element) || target.hasAttribute(mark)) return;
      target.setAttribute(mark, 'true');
      setTimeout(() => target.removeAttribute(mark));
    },
    { capture: true },
  );
}
