/** The requests of a Postman collection as the converter leaves them, and what is wrong with all of them alike. */

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

/** Every request, whatever folder it is in. */
export const itemsIn = (items: readonly Item[]): Item[] =>
  items.flatMap((item) => [...(item.request ? [item] : []), ...itemsIn(item.item ?? [])]);

/** The request itself, and the one of each sample answer. */
export const sentBy = ({ request, response = [] }: Item): Sent[] =>
  [request, ...response.map((one) => one.originalRequest)].filter((sent) => sent !== undefined);

/**
 * Postman puts a variable wherever two braces stand, and has no way to write them as they are: a text `{{token}}` of a campaign
 * would send the secret as a value. In JSON the second brace is written as an escape, in an address in percent.
 */
export function withoutVariables(item: Item): void {
  for (const { url, header = [], body } of sentBy(item)) {
    // JSON of itself has no two braces side by side.
    if (body?.raw !== undefined) body.raw = body.raw.replaceAll('{{', '{\\u007b');
    for (const part of [...(url.query ?? []), ...(url.variable ?? [])]) part.value = inPercent(part.value);
    for (const part of header) part.value = part.value.replaceAll('{{', '{ {');
  }
}

const inPercent = (value: string): string => String(value).replaceAll('{{', '%7B%7B').replaceAll('}}', '%7D%7D');

/** Descriptions are Markdown (OpenAPI 3.1, 4.8): the converter says that they are not. */
export function inMarkdown(node: unknown): void {
  if (typeof node !== 'object' || node === null) return;
  for (const [name, value] of Object.entries(node)) {
    if (name === 'description' && isPlainText(value)) value.type = 'text/markdown';
    else inMarkdown(value);
  }
}

const isPlainText = (value: unknown): value is { type: string } =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'text/plain';
