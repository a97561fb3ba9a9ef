/** What a document says of the campaign's rule on duplicates. */
import type { RuleTold } from '../changes/change.ts';
import { asMarkdown } from '../changes/phrase.ts';
import { ruleWords } from '../changes/rule-words.ts';
import type { Offer } from '../offer.ts';

/** The rule, where leads are created under it: nobody else is told of one. */
export function ruleTold({ campaign: { duplicateRule }, creates }: Offer): RuleTold | null {
  if (!duplicateRule || !creates) return null;
  const { state: _, ...rule } = duplicateRule;
  return rule;
}

/** Markdown, or `undefined` where no rule is told. */
export function duplicateWords(offer: Offer): string | undefined {
  const rule = ruleTold(offer);
  return rule === null ? undefined : asMarkdown(ruleWords(rule));
}
