/**
 * The changelog of one token: what each revision changed in its document, by the documents themselves. A revision that
 * changed nothing there has no entry.
 */
import { compareDocuments } from './compare.ts';
import type { DocumentChange } from './document-change.ts';
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
export function changelogOf(past: readonly PastSubject[], publicUrl: string): readonly ChangelogEntry[] {
  const documents = past.map(({ subject }) => publish(subject, publicUrl).document);
  const entries = past.flatMap(({ at, subject }, i): ChangelogEntry[] => {
    const [before, after] = [documents[i - 1], documents[i]];
    const changes = before && after ? compareDocuments(before, after) : [];
    return changes.length > 0 ? [{ revision: subject.campaign.revision, at, changes }] : [];
  });
  return entries.reverse();
}
