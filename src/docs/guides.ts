/** The chapters that tell how to use the API well: retries, paging, the change feed, errors, limits. In Markdown. */

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
    'Send an `Idempotency-Key` with every write: a unique text of yours, such as a UUID. If the response is lost, send the same request with the same key again. It is written once: for 24 hours you get the first response again, marked `Idempotency-Replayed: true`. Failed requests are not remembered: fix and send again with the same key.',
    '- **429** and **503**: send again after the seconds in `Retry-After`.\n- **408**, **500**, a timeout or a lost connection: send again with the same key, after a pause that grows.\n- **Any other 4xx**: change the request first; the [errors](#errors) say how.',
    offer.creates
      ? '`PUT /external-ids/{external_id}` needs no key: it creates the lead with your id, or updates it. There is one lead in the end.'
      : '`PUT /external-ids/{external_id}` needs no key: it updates the lead with your id.',
    'Add `?dry_run=true` to any write to validate it without saving. The response is the one that the write would get, and `Dry-Run` in it says what would have been done.',
    'To have a body judged without a token, and every mistake reported:',
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
    `Lists come newest first, ${mostOnPage('listLeads').toLocaleString('en-US')} leads a page at the most (\`limit\`). Pass \`next_cursor\` back as \`cursor\`, with the same filters and \`sort\`, until it is \`null\`. A cursor is not a page number: a lead that is unchanged throughout appears exactly once.`,
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
      '3. Ask for the changes since, again and again, each time with the `next_cursor` of the response before. `wait=30` holds the request for up to 30 seconds until there is news.',
    ].join('\n'),
    sh(
      ...curl({ url: `${server}/leads/changes?cursor=latest` }),
      ...curl({ url: `${server}/leads/changes?wait=30&cursor=NEXT_CURSOR` }),
    ),
    'Each change comes once, and each lead’s changes in their order. Put `lead` into the copy when it is there; remove the lead on `left_scope` and `deleted`. `data` may be empty although there is more: go on with `next_cursor`. On 410 `feed_reset`, begin again with step 1.',
    'There are no webhooks: with `wait`, the change feed tells you within about a second.',
  ].join('\n\n');
  return {
    id: 'change-feed',
    heading: 'Change feed',
    text,
    words: 'webhook webhooks sync mirror copy poll polling events push',
  };
}

export function errors({ publicUrl, published: { document } }: PageSource): Chapter {
  const text = `Every error is a problem document (RFC 9457, \`application/problem+json\`). Programs read \`code\`, which is stable; \`detail\` is for people; \`type\` is the address of a page about it: ${publicUrl}/problems/ and the code. \`errors\` lists everything that is wrong at once, each with a \`pointer\` into the body or the name of a \`parameter\`, a \`code\` and a \`detail\`. Every operation can answer ${errorsOfAll(document).join(', ')}.`;
  return { id: 'errors', heading: 'Errors', text, words: 'error problem status code' };
}

/** They are no part of the document's responses: each of thirty would list the same seven again. */
const everyHeader: readonly (readonly [names: string, meaning: string])[] = [
  ['`X-Request-Id`', 'The id of the request: quote it when you ask for help. In a problem it is `instance`.'],
  [
    '`X-Schema-Revision`',
    'The version of the document (`info.version`) that judged the request. It rises with each change of the document. A repeated write shows that of its first response.',
  ],
  [
    '`RateLimit-Policy`',
    'Your limits: `"requests";q=600;w=60` is 600 requests in each window of 60 seconds; `"writes"` counts written leads. Absent where there is no limit.',
  ],
  ['`RateLimit`', 'What is left: `"requests";r=598;t=32` is 598 until the window ends in 32 seconds.'],
  [
    '`Deprecation`, `Sunset`',
    'A change is announced after which a request like this will be refused, or will return less: since when (RFC 9745, seconds since 1970 after `@`), and when it takes effect (RFC 8594).',
  ],
  [
    '`Link`',
    'With `Deprecation`, the changelog that tells of it (`rel="deprecation"`). In a list, the next page (`rel="next"`).',
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
      ...(countedByMinute(offer, limits) ? ['The [headers](#headers) of each response tell what is left.'] : []),
      'A request beyond a limit gets 429 and does nothing: send it again after the seconds in `Retry-After`.',
    ].join(' '),
  ].join('\n\n');
  return { id: 'limits', heading: 'Limits', text, words: 'rate limit quota throttling 429' };
}
