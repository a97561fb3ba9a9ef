/** The chapters about using the API well: retries, paging, the change feed, errors, limits. In Markdown. */

import type { Offer } from '../document/offer.ts';
import { countedByMinute, type Limits, mostOnPage } from '../document/words/limits.ts';
import type { Chapter, PageSource } from './chapters.ts';
import { curl } from './curl.ts';
import { errorsOfAll } from './reference-document.ts';
import { markdownTable } from './table.ts';

const serverOf = ({ published: { document } }: PageSource): string => document.servers[0]?.url ?? '';

const sh = (...lines: readonly string[]): string => ['```sh', ...lines, '```'].join('\n');

export function retries({ url, published: { offer } }: PageSource): Chapter {
  const text = [
    'Send an `Idempotency-Key` with every write: any unique text, such as a UUID. If the response is lost, send the same request with the same key again. It is written once: for 24 hours you get the first response again, marked `Idempotency-Replayed: true`. Failed requests are not remembered: fix and send again with the same key.',
    '- **429** and **503**: send again after the seconds in `Retry-After`.\n- **408**, **500**, a timeout or a lost connection: send again with the same key, after a pause that grows.\n- **Any other 4xx**: change the request first; the [errors](#errors) say how.',
    offer.creates
      ? '`PUT /external-ids/{external_id}` needs no key: it creates the lead with your id, or updates it. There is never a second lead.'
      : '`PUT /external-ids/{external_id}` needs no key: it updates the lead with your id.',
    'Add `?dry_run=true` to any write to validate it without saving. You get the response that the write would have, and its `Dry-Run` header says what the write would do.',
    'To check a body without a token and see every mistake:',
    sh(
      `curl '${url}/check' \\`,
      "  -H 'Content-Type: application/json' \\",
      `  -d '{"operation": "${offer.creates ? 'createLead' : 'updateLead'}", "body": {"fields": {}}}'`,
    ),
  ].join('\n\n');
  return {
    id: 'retries',
    heading: 'Retries and dry runs',
    text,
    words: 'retry idempotency timeout repeat dry_run test validate',
  };
}

export function paging(source: PageSource): Chapter {
  const text = [
    `Lists come newest first, ${mostOnPage('listLeads').toLocaleString('en-US')} leads a page at most (\`limit\`). Pass \`next_cursor\` back as \`cursor\`, with the same filters and \`sort\`, until it is \`null\`. A cursor is not a page number: a lead that is unchanged throughout appears exactly once.`,
    sh(...curl({ url: `${serverOf(source)}/leads?limit=10` })),
  ].join('\n\n');
  return { id: 'paging', heading: 'Paging', text, words: 'pagination page cursor limit sort list' };
}

export function changeFeed(source: PageSource): Chapter {
  const server = serverOf(source);
  const text = [
    'To keep a copy of the leads:',
    [
      '1. Take `next_cursor` of `GET /leads/changes?cursor=latest`.',
      '2. Read the whole list once.',
      '3. Ask for the changes again and again, each time with the `next_cursor` of the previous response. With `wait=30` the response comes as soon as there is a change, or after 30 seconds.',
    ].join('\n'),
    sh(
      ...curl({ url: `${server}/leads/changes?cursor=latest` }),
      ...curl({ url: `${server}/leads/changes?wait=30&cursor=NEXT_CURSOR` }),
    ),
    'Each change comes once, and the changes of a lead come in order. If a change has `lead`, store it in the copy. On `left_scope` and `deleted`, remove the lead. `data` may be empty although more changes follow: continue with `next_cursor`. On 410 `feed_reset`, begin again with step 1.',
    'There are no webhooks. With `wait`, the change feed reports a change within about a second.',
  ].join('\n\n');
  return {
    id: 'change-feed',
    heading: 'Change feed',
    text,
    words: 'webhook webhooks sync mirror copy poll polling events push',
  };
}

export function errors({ publicUrl, published: { document } }: PageSource): Chapter {
  const text = `Every error is a problem document (RFC 9457, \`application/problem+json\`). Programs read \`code\`, which is stable; \`detail\` is for people; \`type\` is the address of a page about the error: ${publicUrl}/problems/ and the code. \`errors\` lists all mistakes at once, each with a \`pointer\` into the body or the name of a \`parameter\`, a \`code\` and a \`detail\`. Every operation can answer ${errorsOfAll(document).join(', ')}.`;
  return { id: 'errors', heading: 'Errors', text, words: 'error problem status code' };
}

/**
 * These headers are not in the responses of the document, because each of thirty operations would list the same seven again.
 */
const everyHeader: readonly (readonly [names: string, meaning: string])[] = [
  ['`X-Request-Id`', 'The id of the request: quote it when you ask for help. In a problem it is `instance`.'],
  [
    '`X-Schema-Revision`',
    'The version of the document (`info.version`) that validated the request. It rises with each change of the document. A repeated write shows the version of its first response.',
  ],
  [
    '`RateLimit-Policy`',
    'Your limits: `"requests";q=600;w=60` is 600 requests in each window of 60 seconds; `"writes"` counts written leads. Missing if there is no limit.',
  ],
  [
    '`RateLimit`',
    'The rest of your limits: `"requests";r=598;t=32` means 598 more until the window ends in 32 seconds.',
  ],
  [
    '`Deprecation`, `Sunset`',
    'An announced change will refuse a request like this one, or return less for it. `Deprecation` is the time of the announcement (RFC 9745: `@` and seconds since 1970), `Sunset` the time when the change takes effect (RFC 8594).',
  ],
  [
    '`Link`',
    'With `Deprecation`, the changelog with the change (`rel="deprecation"`). In a list, the next page (`rel="next"`).',
  ],
];

export function headers(): Chapter {
  const rows = everyHeader.map((cells) => ({ cells }));
  const text = ['Every response can have these:', markdownTable({ head: ['Header', 'Meaning'], rows })].join('\n\n');
  return { id: 'headers', heading: 'Headers', text, words: 'response header request id revision deprecation sunset' };
}

export function limitsText(offer: Offer, limits: Limits, rows: readonly (readonly [string, string])[]): Chapter {
  const text = [
    markdownTable({ head: ['What', 'Limit'], rows: rows.map((cells) => ({ cells })) }),
    [
      ...(countedByMinute(offer, limits) ? ['The [headers](#headers) of each response show what is left.'] : []),
      'A request beyond a limit gets 429 and does nothing: send it again after the seconds in `Retry-After`.',
    ].join(' '),
  ].join('\n\n');
  return { id: 'limits', heading: 'Limits', text, words: 'rate limit quota throttling 429' };
}
