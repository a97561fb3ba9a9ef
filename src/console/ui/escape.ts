/**
 * The key Escape closes the innermost thing alone: with a calendar open, that, and not the form around it. Mantine's dialogs
 * leave the key to an element that says so, as its lists do while they are open; its calendars do not say it.
 */
const mark = 'data-mantine-stop-propagation';

/** To be called before any dialog is there: those who listen first are told first. */
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
