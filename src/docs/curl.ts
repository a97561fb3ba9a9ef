/** A request as a line for a shell. The token is the placeholder that stands in every sample. */
import { tokenPlaceholder } from '../document/code-samples.ts';

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
    ...(body === undefined ? [] : [`  -H 'Content-Type: ${type}'`, `  -d '${quoted(JSON.stringify(body, null, 2))}'`]),
  ];
  return lines.map((line, i) => (i < lines.length - 1 ? `${line} \\` : line));
}

/** Within single quotes of a shell. */
const quoted = (text: string): string => text.replaceAll("'", "'\\''");
