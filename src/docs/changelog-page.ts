/** The changelog of a token as a page, and as an Atom feed (RFC 4287). */
import { Feed } from 'feed';
import type { Entry } from '../changelog/stored.ts';
import type { Change, Class } from '../document/changes/change.ts';
import { describeChanges, phraseOf, type Tense } from '../document/changes/sentences.ts';
import type { ToCome } from '../document/offer.ts';
import { minuteOf } from '../document/words/markdown-text.ts';
import { type Brand, brandOf } from './brand.ts';
import { escapeHtml, type Html, html, page, phraseHtml } from './html.ts';

export interface ChangelogPlace {
  /** The name of the campaign. */
  readonly name: string;
  readonly account: string;
  /** Absolute address of the documentation page. */
  readonly url: string;
}

const classes: Readonly<Record<Class, string>> = {
  breaking: 'breaking',
  may_break: 'may break',
  additive: 'new',
  textual: 'wording',
};

/** Announced changes, the next first, and past changes, the newest first. */
export interface Changelog {
  readonly toCome: readonly ToCome[];
  readonly entries: readonly Entry[];
  /** The entry before which the next page begins. */
  readonly next: string | null;
}

export function changelogPage(
  { name, url }: ChangelogPlace,
  brand: Brand,
  { toCome, entries, next }: Changelog,
): string {
  const { pathname } = new URL(url);
  const body = html`<header class="bar">${brandOf(brand)}<strong>${name}</strong><a href="${pathname}">Documentation</a><a href="${pathname}/changelog.atom">Atom feed</a><a href="${pathname}/changelog.json">JSON</a></header>
<main>
<h1>Changelog</h1>
<p>Changes of this document, newest first. Breaking: a request that was accepted before is rejected now. May break:
it depends on the request, or a response may contain something new.</p>
${toCome.map(announcedEntry)}
${entries.length > 0 ? entries.map(entryOf) : html`<p>No past changes.</p>`}
${next === null ? '' : html`<p><a rel="next" href="${pathname}/changelog?before=${next}">Older changes</a></p>`}
</main>`;
  return page({ title: `${name}: changelog`, body, color: brand.color });
}

function announcedEntry({ id, at, note, changes }: ToCome): Html {
  return html`<section class="entry" id="announced-${id}">
<h2>Announced <time datetime="${at}">from ${minuteOf(at)}</time></h2>
${note === null ? '' : html`<p>${note}</p>`}
${listOf(changes, 'to_come')}
</section>`;
}

function entryOf(entry: Entry): Html {
  const { id, at } = entry;
  return html`<section class="entry" id="${id}">
<h2>${headingOf(entry)} <time class="muted" datetime="${at.toISOString()}">${day(at)}</time></h2>
${contentOf(entry)}
</section>`;
}

const contentOf = ({ note, changes }: Entry): Html =>
  html`${note === null ? '' : html`<p>${note}</p>`}${listOf(changes, 'now')}`;

/** Either a change of the campaign or a change of the token alone. */
const headingOf = ({ id, revision }: Entry): string =>
  id === `revision-${revision}` ? `Revision ${revision}` : 'Change of this token';

function listOf(changes: readonly Change[], tense: Tense): Html {
  const items = changes.map(
    (change) =>
      html`<li><span class="class ${change.class}">${classes[change.class]}</span> <span>${phraseHtml(phraseOf(change, tense))}</span></li>`,
  );
  return html`<ul class="changes">${items}</ul>`;
}

const day = (at: Date) => at.toISOString().slice(0, 10);

/** `at`: the time of the feed if it has no entry. */
export function changelogFeed(
  { name, account, url }: ChangelogPlace,
  { toCome, entries, next }: Changelog,
  at: Date,
): string {
  const editedAt = toCome.map((one) => new Date(one.toldAt));
  const feed = new Feed({
    id: `${url}/changelog`,
    link: `${url}/changelog`,
    title: `${name}: changelog of the Lead API`,
    updated: new Date(Math.max(...[entries[0]?.at ?? at, ...editedAt].map(Number))),
    author: { name: account },
    feedLinks: { atom: `${url}/changelog.atom` },
    copyright: account,
    generator: 'Leadspec',
  });
  for (const [i, one] of toCome.entries()) {
    // An announcement with a new time or new words is a new entry of the feed.
    const link = `${url}/changelog#announced-${one.id}`;
    const title = `Announced from ${minuteOf(one.at)}: ${countsOf(one.changes)}`;
    const content = announcedEntry(one).html;
    feed.addItem({ id: `${link}-${Date.parse(one.toldAt)}`, link, title, date: editedAt[i] ?? at, content });
  }
  for (const entry of entries) {
    const link = `${url}/changelog#${entry.id}`;
    feed.addItem({ id: link, link, title: titleOf(entry), date: entry.at, content: contentOf(entry).html });
  }
  // The library does not support paged feeds (RFC 5005, 3).
  const older =
    next === null ? '' : `<link rel="next" href="${escapeHtml(`${url}/changelog.atom?before=${next}`)}"/>\n    `;
  return feed.atom1().replace('<entry>', () => `${older}<entry>`);
}

/** `Revision 8: 1 breaking change, 2 others`. */
const titleOf = (entry: Entry): string => `${headingOf(entry)}: ${countsOf(entry.changes)}`;

function countsOf(changes: Entry['changes']): string {
  const breaking = changes.filter((change) => change.class === 'breaking').length;
  const others = changes.length - breaking;
  const parts = [
    ...(breaking > 0 ? [`${breaking} breaking ${breaking === 1 ? 'change' : 'changes'}`] : []),
    ...(others > 0
      ? [`${others} ${others === 1 ? 'change' : 'changes'} that ${others === 1 ? 'breaks' : 'break'} nothing`]
      : []),
  ];
  return parts.join(', ');
}

const shown = ({ changes, ...entry }: Entry) => ({ ...entry, changes: describeChanges(changes, 'now') });

/** The changelog as JSON. */
export function changelogJson(revision: number, { toCome, entries, next }: Changelog): string {
  const announced = toCome.map(({ id, at, announcedAt, note, changes }) => ({
    ...{ id, at, announced_at: announcedAt, note, changes: describeChanges(changes, 'to_come') },
  }));
  return JSON.stringify({ revision, announced, entries: entries.map(shown), next });
}
