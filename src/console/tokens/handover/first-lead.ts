/**
 * The first lines to send to a vendor. They are made from the token's own document, so the API accepts them when they are
 * pasted.
 */
import { queryOptions } from '@tanstack/react-query';
import type { Token } from '../queries.ts';

interface DocumentPart {
  readonly servers?: readonly { readonly url: string }[];
  readonly paths?: Readonly<Record<string, Readonly<Record<string, OperationPart | undefined>>>>;
}

interface OperationPart {
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly example?: unknown }>> };
}

export interface Start {
  /** The address of the campaign's API. */
  readonly server: string;
  /** The body of a lead that this token can create. Undefined for a token that can only read. */
  readonly example: unknown;
}

/** The public document of the token, from its own address, as the vendor reads it. */
export const startQuery = (token: Token) =>
  queryOptions({
    queryKey: ['start', token.docs_url, token.permission],
    queryFn: async ({ signal }): Promise<Start> => {
      const { pathname } = new URL(token.docs_url);
      const response = await fetch(`${pathname}/openapi.json`, { signal, cache: 'no-cache' });
      const document = (await response.json()) as DocumentPart;
      const body = document.paths?.['/leads']?.post?.requestBody?.content?.['application/json'];
      return { server: document.servers?.[0]?.url ?? '', example: body?.example };
    },
    enabled: token.campaign !== null,
  });

/** A text within single quotes for a POSIX shell. */
export function curlLine({ server, example }: Start, secret: string): string {
  const authorization = `-H 'Authorization: Bearer ${secret}'`;
  if (example === undefined) return `curl -sS ${authorization} '${server}/leads?limit=3'`;
  const body = JSON.stringify(example).replaceAll("'", '\\u0027');
  return `curl -sS ${authorization} -H 'Content-Type: application/json' -d '${body}' '${server}/leads'`;
}

/** The message to the vendor. */
export function messageTo(token: Token, campaign: string, start: Start | undefined, secret: string): string {
  return [
    'Hello,',
    '',
    `your API access to “${campaign}” is ready.`,
    '',
    `Documentation, made for this token: ${token.docs_url}`,
    `API token (keep it secret): ${secret}`,
    ...(start === undefined
      ? []
      : ['', start.example === undefined ? 'Read the newest leads:' : 'Send a first lead:', curlLine(start, secret)]),
    '',
    'The page has the exact schema, examples in several languages, and an OpenAPI document to generate a client from.',
  ].join('\n');
}
