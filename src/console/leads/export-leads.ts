/** Reads an export to its end and gives it to the browser as a file. A stream that breaks off is no file: it is told. */
import { problemOf } from '../api/problem.ts';
import { type ListSearch, parametersOf } from './queries.ts';

export type ExportForm = 'csv' | 'ndjson';

const types: Readonly<Record<ExportForm, string>> = { csv: 'text/csv', ndjson: 'application/x-ndjson' };

interface Watching {
  readonly signal: AbortSignal;
  /** Told how many leads there are so far. */
  readonly progress: (leads: number) => void;
}

const lineBreak = 10;

/** Throws a problem, or what fetch throws. */
export async function exportLeads(
  slug: string,
  search: ListSearch,
  form: ExportForm,
  watching: Watching,
): Promise<void> {
  const { sort: _, ...filters } = parametersOf(search) as ListSearch;
  const query = new URLSearchParams(filters).toString();
  const response = await fetch(`/manage/v1/campaigns/${encodeURIComponent(slug)}/leads/export?${query}`, {
    headers: { accept: types[form] },
    signal: watching.signal,
  });
  if (!response.ok || !response.body) throw problemOf(response.status, await response.json().catch(() => undefined));
  const parts: BlobPart[] = [];
  let lines = form === 'csv' ? -1 : 0;
  for await (const part of response.body as unknown as AsyncIterable<Uint8Array<ArrayBuffer>>) {
    parts.push(part);
    for (const byte of part) if (byte === lineBreak) lines += 1;
    watching.progress(Math.max(0, lines));
  }
  const address = URL.createObjectURL(new Blob(parts, { type: types[form] }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${slug}.${form}`;
  link.click();
  URL.revokeObjectURL(address);
}
