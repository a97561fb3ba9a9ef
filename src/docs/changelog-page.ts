/** The changelog of a token as a page, and as an Atom feed (RFC 4287). */
import { Feed } from 'feed';
import type { ChangelogEntry } from '../document/changelog.ts';
import { type Brand, brandOf } from './brand.ts';
import { type Html, html, page, withCode } from './html.ts';

export interface ChangelogPlace {
  /** Of the campaign. */
  readonly name: string;
  readonly account: string;
  /** Absolute, of the documentation page. */
  readonly url: string;
}

const classes = {
  breaking: 'breaking',
  additive: 'new',
  textual: 'wording',
} as const;

export function changelogPage({ name, url }: ChangelogPlace, brand: Brand, entries: readonly ChangelogEntry[]): string {
  const { pathname } = new URL(url);
  const body = html`<header class="bar">${brandOf(brand)}<strong>${name}</strong><a href="${pathname}">Documentation</a><a href="${pathname}/changelog.atom">Atom feed</a><a href="${pathname}/changelog.json">JSON</a></header>
<main>
<h1>Changelog</h1>
<p>What has changed in this document, the newest first. Breaking: a request that was accepted may now be refused, or an
answer hold something else.</p>
${entries.length > 0 ? entries.map(entryOf) : html`<p>Nothing has changed since this page was made.</p>`}
</main>`;
  return page({ title: `${name}: changelog`, body, color: brand.color });
}

function entryOf({ revision, at, changes }: ChangelogEntry): Html {
  return html`<section class="entry" id="revision-${revision}">
<h2>Revision ${revision} <time class="muted" datetime="${at.toISOString()}">${day(at)}</time></h2>
${listOf(changes)}
</section>`;
}

function listOf(changes: ChangelogEntry['changes']): Html {
  const items = changes.map(
    (change) =>
      html`<li><span class="class ${change.class}">${classes[change.class]}</span> <span>${withCode(change.sentence)}</span></li>`,
  );
  return html`<ul class="changes">${items}</ul>`;
}

const day = (at: Date) => at.toISOString().slice(0, 10);

/** `at`: when the feed's document was last changed, where it has no entry. */
export function changelogFeed(
  { name, account, url }: ChangelogPlace,
  entries: readonly ChangelogEntry[],
  at: Date,
): string {
  const feed = new Feed({
    id: `${url}/changelog`,
    link: `${url}/changelog`,
    title: `${name}: changelog of the Lead API`,
    updated: entries[0]?.at ?? at,
    author: { name: account },
    feedLinks: { atom: `${url}/changelog.atom` },
    copyright: account,
    generator: 'Leadspec',
  });
  for (const entry of entries) {
    const link = `${url}/changelog#revision-${entry.revision}`;
    feed.addItem({ id: link, link, title: titleOf(entry), date: entry.at, content: listOf(entry.changes).html });
  }
  return feed.atom1();
}

/** `Revision 8: 1 breaking change, 2 others`. */
function titleOf({ revision, changes }: ChangelogEntry): string {
  const breaking = changes.filter((change) => change.class === 'breaking').length;
  const others = changes.length - breaking;
  const parts = [
    ...(breaking > 0 ? [`${breaking} breaking ${breaking === 1 ? 'change' : 'changes'}`] : []),
    ...(others > 0
      ? [`${others} ${others === 1 ? 'change' : 'changes'} that ${others === 1 ? 'breaks' : 'break'} nothing`]
      : []),
  ];
  return `Revision ${revision}: ${parts.join(', ')}`;
}

/** For programs. */
export function changelogJson(revision: number, entries: readonly ChangelogEntry[]): string {
  return JSON.stringify({ revision, entries });
}
