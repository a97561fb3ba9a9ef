/**
 * The changelog of one token: what each revision changed in its document, by the documents themselves, and what became of
 * its filter. A revision that changed nothing of these has no entry.
 */
import { setImmediate as others } from 'node:timers/promises';
import { compareDocuments } from './compare.ts';
import { breaking, type DocumentChange } from './document-change.ts';
import { documentOf } from './document-of.ts';
import { offerOf } from './offer.ts';
import type { OpenApiDocument } from './openapi.ts';
import type { DocumentSubject } from './publish.ts';

export interface ChangelogEntry {
  readonly revision: number;
  readonly at: Date;
  readonly changes: readonly DocumentChange[];
}

export interface PastSubject {
  readonly at: Date;
  /** What became of the token's filter then, which documents do not tell. */
  readonly filter: 'as before' | 'another' | 'deleted';
  readonly subject: DocumentSubject;
}

/** Without values: those of then the token may not see any more. */
const ofFilter: Readonly<Record<PastSubject['filter'], readonly DocumentChange[]>> = {
  'as before': [],
  another: [breaking('The filter of this token matches other leads now.')],
  deleted: [breaking('The filter of this token was deleted: it matches no leads now.')],
};

/** `past`: the oldest first, what its document was made of; the newest entry comes first. */
export async function changelogOf(past: readonly PastSubject[], publicUrl: string): Promise<readonly ChangelogEntry[]> {
  const changes = await changesOfEach(
    past.map(({ subject }) => subject),
    publicUrl,
  );
  const entries = past.map(({ at, subject, filter }, i) => ({
    revision: subject.campaign.revision,
    at,
    changes: [...ofFilter[filter], ...(changes[i] ?? [])],
  }));
  return entries.filter((entry) => entry.changes.length > 0).reverse();
}

/** What each document changed against the one before it; nothing, for the first. */
export async function changesOfEach(
  subjects: readonly DocumentSubject[],
  publicUrl: string,
): Promise<readonly (readonly DocumentChange[])[]> {
  const all: (readonly DocumentChange[])[] = [];
  let before: OpenApiDocument | undefined;
  for (const subject of subjects) {
    const document = documentOf(offerOf(subject), publicUrl);
    all.push(before ? compareDocuments(before, document) : []);
    before = document;
    // Many revisions take a while, in which other requests want to be answered.
    await others();
  }
  return all;
}
