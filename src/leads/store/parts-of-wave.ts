/**
 * Many leads in parts, each of which is quickly made into the text of a statement: what a thousand leads with two hundred fields come
 * to would keep the event loop busy for as long as all other requests of a second take. A usual batch is one part.
 */

/** Of a part, in characters; and what a value has beside its text. */
const most = 500_000;
const ofValue = 20;

export function inParts<T>(leads: readonly T[], valuesOf: (lead: T) => Readonly<Record<string, unknown>>): T[][] {
  const parts: T[][] = [];
  let size = most;
  for (const lead of leads) {
    if (size >= most) {
      parts.push([]);
      size = 0;
    }
    parts.at(-1)?.push(lead);
    size += sizeOf(valuesOf(lead));
  }
  return parts;
}

function sizeOf(values: Readonly<Record<string, unknown>>): number {
  let size = 0;
  for (const key in values) {
    const value = values[key];
    size += ofValue + (typeof value === 'string' || Array.isArray(value) ? value.length : 0);
  }
  return size;
}
