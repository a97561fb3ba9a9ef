/** A day as people type it: `27 Dec 2026`, `27 December 2026`, `2026-12-27` or `27.12.2026`. */
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Gives `2026-12-27`. Undefined for any other text, and for a day that does not exist. */
export function readDay(text: string): string | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text.trim()) ?? [];
  if (year !== undefined) return dayOf(Number(year), Number(month), Number(day));
  const [, first, second = '', third] =
    /^(\d{1,2})[. ]+(\d{1,2}|[a-z]{3,9})[.,]?[. ]*(\d{4})$/i.exec(text.trim()) ?? [];
  const named = months.indexOf(second.slice(0, 3).toLowerCase()) + 1;
  return first === undefined ? undefined : dayOf(Number(third), named || Number(second), Number(first));
}

function dayOf(year: number, month: number, day: number): string | undefined {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const isThere = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isThere && year >= 1000 ? date.toISOString().slice(0, 10) : undefined;
}
