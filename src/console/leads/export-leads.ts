/**
 * Reads an export to its end and gives it to the browser as a file. A stream that breaks off gives an error instead of a
 * file.
 */
import { api, ask } from '../api/client.ts';
import { giveFile } from '../ui/give-file.ts';
import { countLines } from './count-lines.ts';
import { type ListSearch, parametersOf } from './queries.ts';

export type ExportForm = 'spreadsheet' | 'csv' | 'ndjson';

const types: Readonly<Record<ExportForm, string>> = {
  spreadsheet: 'text/csv',
  csv: 'text/csv',
  ndjson: 'application/x-ndjson',
};

interface Watching {
  readonly signal: AbortSignal;
  /** Called with the number of leads so far. */
  readonly progress: (leads: number) => void;
}

/** Parts of the stream are put into a blob in groups of this size, because a blob does not have to stay in memory. */
const together = 64;

/** Throws a problem, or what `fetch` throws. */
export async function exportLeads(slug: string, search: ListSearch, form: ExportForm, { signal, progress }: Watching) {
  const { sort: _, ...query } = parametersOf(search) as ListSearch;
  const answer = api.GET('/campaigns/{slug}/leads/export', {
    params: { path: { slug }, query: { ...query, ...(form === 'spreadsheet' && { spreadsheet: true }) } },
    headers: { accept: types[form] },
    parseAs: 'stream',
    signal,
  });
  const stream = (await ask(answer)) as unknown as ReadableStream<Uint8Array<ArrayBuffer>>;
  const type = types[form];
  const count = countLines(form !== 'ndjson');
  let parts: BlobPart[] = [];
  const reader = stream.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    parts.push(read.value);
    if (parts.length >= together) parts = [new Blob(parts, { type })];
    progress(count(read.value));
  }
  giveFile(new Blob(parts, { type }), `${slug}.${form === 'ndjson' ? 'ndjson' : 'csv'}`);
}
