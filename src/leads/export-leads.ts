/**
 * `GET /leads/export`: the leads of a list, newest first, as one stream of CSV or of JSON lines. It is read part by part, each
 * as the client takes it; between two parts no connection is held. What goes wrong on the way cuts the stream.
 */
import { csvStart } from '../access/csv-form.ts';
import type { Grant } from '../access/grant.ts';
import type { operations } from '../generated/leads.ts';
import { wholeShare } from '../limits/in-flight.ts';
import type { Handler } from '../operation/handler.ts';
import { refuse } from '../problem/problem.ts';
import type { LeadContext } from './context.ts';
import { readListQuery } from './list-query.ts';
import type { ExportPart, ExportQuery } from './store/export-part.ts';
import { retryStale } from './store/guard.ts';
import { csvHeader } from './store/lead-csv.ts';

/** Leads that the first part looks at, and any later one at the most. */
const first = 100;
const most = 4_000;

type Asked = Pick<ExportQuery, 'conditions' | 'updated' | 'format' | 'csv'>;

export const exportLeads: Handler<operations['exportLeads'], LeadContext> = async (_request, context) => {
  const { grant, store, query, mediaType, csv: form } = context;
  const csv = mediaType === 'text/csv';
  const { conditions, updated } = readListQuery(grant.campaign, query);
  const asked: Asked = { conditions, updated, format: csv ? 'csv' : 'ndjson', csv: form };
  // Before the answer begins: what is wrong now can still be told.
  const begun = await store.export({ ...asked, limit: first, after: undefined });
  return {
    status: 200,
    body: {
      mediaType: csv ? 'text/csv; charset=utf-8; header=present' : 'application/x-ndjson; charset=utf-8',
      chunks: lines(
        context,
        asked,
        begun,
        csv ? `${csvStart(form)}${csvHeader(grant.campaign, form?.separator)}\r\n` : '',
      ),
    },
  };
};

async function* lines(context: LeadContext, asked: Asked, begun: ExportPart, header: string): AsyncGenerator<string> {
  let { store } = context;
  let part = begun;
  let limit = first;
  if (header !== '' || part.text !== '') yield header + part.text;
  while (part.last !== undefined) {
    // Large leads make a part shorter than it might be: the next one looks at fewer.
    limit = part.leads < limit ? part.leads * 2 : Math.min(limit * 2, most);
    const query = { ...asked, limit, after: part.last };
    // One part at a time of all exports of a token.
    await context.seat.work(wholeShare);
    part = await retryStale(
      () => store.export(query),
      async (stale, attempt) => {
        if (attempt > 1) throw stale;
        const renewed = await context.renew();
        if (outline(renewed.grant) !== outline(context.grant))
          throw refuse('not_found', 'What this token sees has changed while its leads were exported.');
        ({ store } = renewed);
      },
    );
    // The client reads at its own pace, and works meanwhile for nobody.
    context.seat.rest();
    if (part.text !== '') yield part.text;
  }
}

/** What must stay the same for a stream to go on. */
const outline = ({ scope, campaign: { fields, removedFields } }: Grant): string =>
  JSON.stringify([scope, [fields, removedFields].map((those) => those.map(({ key, type }) => [key, type]))]);
