/**
 * The filters of an address in words. Every filter is shown, also one that the bar does not offer, such as a parameter that
 * somebody wrote by hand. Otherwise leads would be missing from the list without a reason on the screen.
 */
import { dayWords } from '../../session/dates.ts';
import type { Dates } from '../../session/time.tsx';
import { type ListSearch, parametersOf } from '../queries.ts';
import { type ListFilter, namesOf } from './filters.ts';

/** Writes times in the member's zone. */
type Words = Pick<Dates, 'exact' | 'fromWords' | 'untilWords'>;

export interface Chip {
  /** The parameters that are removed with the chip. */
  readonly names: readonly string[];
  /** Left out if the bar has no input for the filter. */
  readonly filter?: ListFilter;
  readonly label: string;
  readonly words: string;
}

const signs: Readonly<Record<string, string>> = { gt: '>', gte: '≥', lt: '<', lte: '≤' };

export function chipsOf(filters: readonly ListFilter[], search: ListSearch, dates: Words): Chip[] {
  const { sort: _, ...given } = parametersOf(search) as ListSearch;
  const offered = filters
    .filter((filter) => namesOf(filter).some((name) => given[name] !== undefined))
    .map((filter): Chip => {
      const values = namesOf(filter).map((name) => given[name]);
      return { names: namesOf(filter), filter, label: filter.label, words: wordsOf(filter, values, dates) };
    });
  const covered = new Set(offered.flatMap(({ names }) => names));
  const others = Object.entries(given)
    .filter(([name]) => !covered.has(name))
    .map(([name, value]): Chip => {
      const [, path = name, operator = ''] = /^(.*?)(?:\.(gte?|lte?))?$/.exec(name) ?? [];
      const label = filters.find((filter) => filter.name === path)?.label ?? path;
      const shown = moment.test(value) ? dates.exact(value) : value;
      return { names: [name], label, words: `${signs[operator] ?? '='} ${shown}` };
    });
  return [...offered, ...others];
}

function wordsOf(
  { kind, choices }: ListFilter,
  [from, to]: readonly (string | undefined)[],
  { fromWords, untilWords }: Words,
) {
  if (kind === 'choices' || kind === 'choice') {
    const chosen = kind === 'choices' ? (from ?? '').split(',') : [from];
    return chosen.map((value) => choices?.find((one) => one.value === value)?.label ?? value).join(', ');
  }
  if (kind === 'text') return from ?? '';
  const isDay = kind === 'days';
  const first = from && (kind === 'times' ? fromWords(from) : isDay ? dayWords(from) : from);
  const last = to && (kind === 'times' ? untilWords(to) : isDay ? dayWords(to) : to);
  if (first && last) return first === last ? first : `${first} to ${last}`;
  return first ? `from ${first}` : `to ${last}`;
}

const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
