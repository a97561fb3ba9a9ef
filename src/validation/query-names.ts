/**
 * Names of query parameters as PHP, axios and qs write them: `status[]`, `status[0]`, `fields[source][]`, `created_at[gte]`.
 * The document writes `status`, `fields.source`, `created_at.gte`. A name that the operation does not have stays unchanged.
 */

/** `fields[source][]` → `fields.source`, if the operation has that parameter. Brackets at the end are only for lists. */
export function knownName(
  sent: string,
  isKnown: (name: string) => boolean,
  takesList: (name: string) => boolean,
): string {
  if (isKnown(sent) || !sent.includes('[')) return sent;
  const whole = dotted(sent);
  if (isKnown(whole)) return whole;
  const list = dotted(sent.replace(/\[\d*\]$/, ''));
  return takesList(list) ? list : sent;
}

/** `fields[zip][gte]` → `fields.zip.gte` */
export const dotted = (name: string): string => name.replace(/\[([^[\]]+)\]/g, '.$1');
