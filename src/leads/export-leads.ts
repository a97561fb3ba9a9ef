/**
 * `GET /leads/export`: the leads of a list, newest first, as one stream of CSV or JSON lines. The next part is read while the client
 * takes this one, and no connection is held between two parts. An error after the first part cuts the stream.
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

/** The leads of the first part, and the most of any later part. */
const firstPart = 100;
const largestPart = 2_000;

type Asked = Pick<ExportQuery, 'conditions' | 'updated' | 'format' | 'csv'>;

export const exportLeads: Handler<operations['exportLeads'], LeadContext> = async (_request, context) => {
  const { grant, store, query, mediaType, csv: form } = context;
  const csv = mediaType === 'text/csv';
  const { conditions, updated } = readListQuery(grant.campaign, query);
  const asked: Asked = { conditions, updated, format: csv ? 'csv' : 'ndjson', csv: form };
  // Read before the answer begins, while an error can still become a problem.
  const first = await store.export({ ...asked, limit: firstPart, after: undefined });
  return {
    status: 200,
    body: {
      mediaType: csv ? 'text/csv; charset=utf-8; header=present' : 'application/x-ndjson; charset=utf-8',
      chunks: lines(
        context,
        asked,
        first,
        csv ? `${csvStart(form)}${csvHeader(grant.campaign, form?.separator)}\r\n` : '',
      ),
    },
  };
};

async function* lines(context: LeadContext, asked: Asked, first: ExportPart, header: string): AsyncGenerator<string> {
  const read = reader(context, asked);
  let limit = firstPart;
  const readBehind = ({ last, leads }: ExportPart): Promise<ExportPart> | undefined => {
    if (last === undefined) return undefined;
    // If large leads made this part short, the next one reads as many, and a few more in case that they are smaller.
    limit = leads < limit ? Math.ceil(leads * 1.1) : Math.min(limit * 2, largestPart);
    const part = read(limit, last);
    // If the client leaves, nobody waits for the part any more.
    part.catch(() => undefined);
    return part;
  };

  let ahead = readBehind(first);
  if (header !== '' || first.text !== '') yield header + first.text;
  while (ahead) {
    const part = await ahead;
    ahead = readBehind(part);
    if (part.text !== '') yield part.text;
  }
}

/** Returns a function that reads the part of `limit` leads behind a lead, and renews the grant once if it is stale. */
function reader(context: LeadContext, asked: Asked): (limit: number, after: string) => Promise<ExportPart> {
  let { store } = context;
  return async (limit, after) => {
    // All exports of a token read one part at a time.
    await context.seat.work(wholeShare);
    try {
      return await retryStale(
        () => store.export({ ...asked, limit, after }),
        async (stale, attempt) => {
          if (attempt > 1) throw stale;
          const renewed = await context.renew();
          if (outline(renewed.grant) !== outline(context.grant))
            throw refuse('not_found', 'The leads that this token sees have changed during the export.');
          ({ store } = renewed);
        },
      );
    } finally {
      // The client reads at its own pace; the request does no work in the meantime.
      context.seat.rest();
    }
  };
}

/** The parts of a grant that must stay the same while a stream continues. */
const outline = ({ scope, campaign: { fields, removedFields } }: Grant): string =>
  JSON.stringify([scope, [fields, removedFields].map((list) => list.map(({ key, type }) => [key, type]))]);
