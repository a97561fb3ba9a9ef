/**
 * The changelog of one token: what each revision, and each change of the token, changed in its document, by the documents
 * themselves, and what became of its filter. What changed nothing of these has no entry.
 */
import { setImmediate as others } from 'node:timers/promises';
import { compareDocuments } from './compare.ts';
import { breaking, type DocumentChange } from './document-change.ts';
import { documentOf } from './document-of.ts';
import { offerOf } from './offer.ts';
import type { OpenApiDocument } from './openapi.ts';
import type { DocumentSubject } from './publish.ts';

export interface ChangelogEntry {
  /** Names the entry for good. */
  readonly id: string;
  /** That held from then on. */
  readonly revision: number;
  readonly at: Date;
  /** What was said of it when it was announced, where it was. */
  readonly note: string | null;
  readonly changes: readonly DocumentChange[];
}

/** What a token's document was made of from some time on. */
export interface PastSubject extends Omit<ChangelogEntry, 'revision' | 'changes'> {
  /** What became of the token's filter then, which documents do not tell. */
  readonly filter: 'as before' | 'another' | 'deleted';
  readonly subject: DocumentSubject;
}

const ofFilter: Readonly<Record<PastSubject['filter'], readonly DocumentChange[]>> = {
  'as before': [],
  another: [breaking('The filter of this token matches other leads now.')],
  deleted: [breaking('The filter of this token was deleted: it matches no leads now, and none can be created.')],
};

/** `past`: the oldest first, what its document was made of; the newest entry comes first. */
export async function changelogOf(past: readonly PastSubject[], publicUrl: string): Promise<readonly ChangelogEntry[]> {
  const changes = await changesOfEach(
    past.map(({ subject }) => subject),
    publicUrl,
  );
  const entries = past.map(({ subject, filter, ...entry }, i) => ({
    ...entry,
    revision: subject.campaign.revision,
    // What a document without a filter asks of leads that cannot be says nothing more.
    changes: [...ofFilter[filter], ...(filter === 'deleted' ? [] : (changes[i] ?? []))],
  }));
  return entries.filter((entry) => entry.changes.length > 0).reverse();
}

/**
 * What each document changed against the one before it; nothing, for the first. One that follows documents without any leads is
 * compared with the last that had some.
 */
export async function changesOfEach(
  subjects: readonly DocumentSubject[],
  publicUrl: string,
): Promise<readonly (readonly DocumentChange[])[]> {
  const all: (readonly DocumentChange[])[] = [];
  let before: OpenApiDocument | undefined;
  let withLeads: OpenApiDocument | undefined;
  for (const subject of subjects) {
    const document = documentOf(offerOf(subject), publicUrl);
    const hasLeads = subject.scope.kind !== 'nothing';
    const base = hasLeads ? (withLeads ?? before) : before;
    all.push(base ? compareDocuments(base, document) : []);
    before = document;
    if (hasLeads) withLeads = document;
    // Many revisions take a while, in which other requests want to be answered.
    await others();
  }
  return all;
}
