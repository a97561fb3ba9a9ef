/** The day or time itself, one day later, and one day earlier; as RFC 3339 in UTC. */
export function daysBeside(value: string | number | boolean): string[] {
  const at = Date.parse(String(value));
  return Number.isNaN(at) ? [] : [0, 1, -1].map((days) => new Date(at + days * 86_400_000).toISOString());
}
