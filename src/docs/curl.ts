/** A request as a shell command. It has the same placeholder for the token as every sample. */
import { tokenPlaceholder } from '../document/examples/code-samples.ts';

export interface CurlRequest {
  readonly url: string;
  /** By default GET without a body, and POST with a body. */
  readonly method?: string;
  /** The media type of the body. */
  readonly type?: string;
  readonly body?: unknown;
  /** The idempotency key of a write. */
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

/** curl encodes the values of a form, and sets its media type. */
function bodyOf(type: string, body: unknown): readonly string[] {
  if (type === 'application/x-www-form-urlencoded')
    return Object.entries(body as object).map(([name, value]) => `  --data-urlencode '${quoted(`${name}=${value}`)}'`);
  return [`  -H 'Content-Type: ${type}'`, `  -d '${quoted(JSON.stringify(body, null, 2))}'`];
}

/** For use within single quotes in a shell. */
const quoted = (text: string): string => text.replaceAll("'", "'\\''");
