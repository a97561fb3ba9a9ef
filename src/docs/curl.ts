/** A request as a line for a shell. The token is the placeholder that stands in every sample. */
import { tokenPlaceholder } from '../document/examples/code-samples.ts';

export interface CurlRequest {
  readonly url: string;
  /** GET where it has no body, else POST. */
  readonly method?: string;
  /** Of the body. */
  readonly type?: string;
  readonly body?: unknown;
  /** Of a write that can be sent again. */
  readonly key?: string;
}

export function curl({ url, method, type = 'application/json', body, key }: CurlRequest): readonly string[] {
  const usual = body === undefined ? 'GET' : 'POST';
  const lines = [
    `curl '${url}'${method === undefined || method === usual ? '' : ` -X ${method}`}`,
    `  -H 'Authorization: Bearer ${tokenPlaceholder}'`,
    ...(key === undefined ? [] : [`  -H 'Idempotency-Key: ${key}'`]),
    ...(body === undefined ? [] : bodyOf(type, body)),
  ];
  return lines.map((line, i) => (i < lines.length - 1 ? `${line} \\` : line));
}

/** What a form holds is encoded by curl, which also names the type. */
function bodyOf(type: string, body: unknown): readonly string[] {
  if (type === 'application/x-www-form-urlencoded')
    return Object.entries(body as object).map(([name, value]) => `  --data-urlencode '${quoted(`${name}=${value}`)}'`);
  return [`  -H 'Content-Type: ${type}'`, `  -d '${quoted(JSON.stringify(body, null, 2))}'`];
}

/** Within single quotes of a shell. */
const quoted = (text: string): string => text.replaceAll("'", "'\\''");
