/**
 * The changelog of one token: what each revision changed in its document, by the documents themselves. A revision that
 * changed nothing there has no entry.
 */
import { setImmediate as others } from 'node:timers/promises';
import { compareDocuments } from './compare.ts';
import type { DocumentChange } from './document-change.ts';
import type { OpenApiDocument } from './openapi.ts';
import { type DocumentSubject, publish } from './publish.ts';

export interface ChangelogEntry {
  readonly revision: number;
  readonly at: Date;
  readonly changes: readonly DocumentChange[];
}

export interface PastSubject {
  readonly at: Date;
  readonly subject: DocumentSubject;
}

/** `past`: the oldest first, what its document was made of; the newest entry comes first. */
export async function changelogOf(past: readonly PastSubject[], publicUrl: string): Promise<readonly ChangelogEntry[]> {
  const entries: ChangelogEntry[] = [];
  let before: OpenApiDocument | undefined;
  for (const { at, subject } of past) {
    const { document } = publish(subject, publicUrl);
    const changes = before ? compareDocuments(before, document) : [];
    if (changes.length > 0) entries.unshift({ revision: subject.campaign.revision, at, changes });
    before = document;
    // Many revisions take a while, in which other requests want to be answered.
    await others();
  }
  return entries;
}
