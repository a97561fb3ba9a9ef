/** The description of the campaign's duplicate check in a document. */
import type { VendorRule } from '../changes/change.ts';
import { asMarkdown } from '../changes/phrase.ts';
import { ruleWords } from '../changes/rule-words.ts';
import type { Offer } from '../offer.ts';

/** The rule, if the grant creates leads. A document without creation does not mention it. */
export function vendorRule({ campaign: { duplicateRule }, creates }: Offer): VendorRule | null {
  if (!duplicateRule || !creates) return null;
  const { state: _, ...rule } = duplicateRule;
  return rule;
}

/** Markdown, or `undefined` without a rule. */
export function duplicateWords(offer: Offer): string | undefined {
  const rule = vendorRule(offer);
  return rule === null ? undefined : asMarkdown(ruleWords(rule));
}
