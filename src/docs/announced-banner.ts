/** The notice at the top of a page that a breaking change is announced, and when it takes effect. It needs no JavaScript. */

import { phraseOf, sentenceOf } from '../document/changes/sentences.ts';
import type { ToCome } from '../document/offer.ts';
import { minuteOf } from '../document/words/markdown-text.ts';
import { type Html, html, phraseHtml } from './html.ts';

/** A longer sentence would push the page off a small screen. */
const longest = 140;

/** `base`: the page's own path. Returns `undefined` if no announced change is breaking. */
export function announcedBanner(toCome: readonly ToCome[], base: string): Html | undefined {
  const breaking = toCome.filter(({ changes }) => changes.some((change) => change.class === 'breaking'));
  const [next, ...later] = breaking;
  if (!next) return undefined;
  const more =
    later.length > 0 ? html` ${later.length} more ${later.length === 1 ? 'is' : 'are'} announced.` : undefined;
  return html`<p class="notice" role="status"><strong>Breaking change on <time datetime="${next.at}">${minuteOf(next.at)}</time>.</strong>
${whatBreaks(next)}${more} <a href="${base}/changelog#announced-${next.id}">See what changes</a></p>`;
}

function whatBreaks({ changes }: ToCome): Html {
  const [first, ...others] = changes.filter((change) => change.class === 'breaking');
  if (first && others.length === 0 && sentenceOf(first, 'to_come').length <= longest)
    return phraseHtml(phraseOf(first, 'to_come'));
  return html`${others.length + 1} ${others.length === 0 ? 'thing changes' : 'things change'} for requests or responses.`;
}
