/** Whether the day exists. `text`: `YYYY-MM-DD`. */
export function isCalendarDay(text: string): boolean {
  const [year, month, day] = text.split('-').map(Number);
  const at = new Date(0);
  // `Date.UTC` reads years below 100 as years of the last century.
  at.setUTCFullYear(Number(year), Number(month) - 1, day);
  return at.getUTCMonth() + 1 === month && at.getUTCDate() === day;
}
