/** The requests of a Postman collection as the converter makes them, and the corrections that all of them need. */

interface Part {
  key: string;
  value: string;
  disabled?: boolean;
}

export interface Sent {
  method: string;
  url: { path?: string[]; host?: string[]; query?: Part[]; variable?: Part[] };
  header?: Part[];
  body?: { mode?: string; raw?: string };
}

export interface Item {
  id?: string;
  name: string;
  description?: unknown;
  item?: Item[];
  request?: Sent;
  response?: { id?: string; originalRequest?: Sent }[];
  event?: unknown[];
}

/** All requests, in all folders. */
export const itemsIn = (items: readonly Item[]): Item[] =>
  items.flatMap((item) => [...(item.request ? [item] : []), ...itemsIn(item.item ?? [])]);

/** The request itself, and the request of each sample response. */
export const sentBy = ({ request, response = [] }: Item): Sent[] =>
  [request, ...response.map((one) => one.originalRequest)].filter((sent) => sent !== undefined);

/**
 * Postman replaces text between two braces by a variable and has no escape for it: a text `{{token}}` of a campaign would
 * send the secret as a value. In JSON, the second brace is written as an escape; in an address, both are percent-encoded.
 */
export function withoutVariables(item: Item): void {
  for (const { url, header = [], body } of sentBy(item)) {
    // The syntax of JSON itself never has two opening braces side by side.
    if (body?.raw !== undefined) body.raw = body.raw.replaceAll('{{', '{\\u007b');
    for (const part of [...(url.query ?? []), ...(url.variable ?? [])]) part.value = inPercent(part.value);
    for (const part of header) part.value = part.value.replaceAll('{{', '{ {');
  }
}

const inPercent = (value: string): string => String(value).replaceAll('{{', '%7B%7B').replaceAll('}}', '%7D%7D');

/** Descriptions are Markdown (OpenAPI 3.1, 4.8), but the converter marks them as plain text. */
export function inMarkdown(node: unknown): void {
  if (typeof node !== 'object' || node === null) return;
  for (const [name, value] of Object.entries(node)) {
    if (name === 'description' && isPlainText(value)) value.type = 'text/markdown';
    else inMarkdown(value);
  }
}

const isPlainText = (value: unknown): value is { type: string } =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'text/plain';
