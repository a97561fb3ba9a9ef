/** The fields of a document as a table: the key and label of each, whether it is required, and its values. */
import type { Field } from '../campaign/definition.ts';
import { wholeNumber } from '../campaign/field-types/numbers.ts';
import { traits } from '../campaign/field-types.ts';
import type { FieldOffer, Offer } from '../document/offer.ts';
import { code, plain } from '../document/words/markdown-text.ts';
import { escapeHtml, type Html, html } from './html.ts';
import { inline } from './markdown.ts';
import type { Cell, Table } from './table.ts';

export const fieldId = (key: string): string => `field-${key}`;

export function fieldTable({ fields, creates }: Offer): Table {
  const selects = new Map<string, string>();
  const most = mostShown(fields);
  return {
    head: ['Field', 'Label', 'Type', ...(creates ? ['New lead'] : []), 'Values'],
    rows: fields.map((offer) => ({
      id: fieldId(offer.field.key),
      cells: [
        code(offer.field.key),
        plain(offer.field.label),
        offer.field.type,
        ...(creates ? [needOf(offer)] : []),
        valuesOf(offer, selects, most),
      ],
    })),
  };
}

function needOf({ pin, required, default: fallback }: FieldOffer): string {
  if (pin !== undefined) return 'filled in';
  if (required) return '**required**';
  return fallback === undefined ? '' : `${code(fallback)} if left out`;
}

/** `selects`: the selects whose options are in the table already, with the field that lists them. */
function valuesOf(offer: FieldOffer, selects: Map<string, string>, most: number): Cell {
  const { field, pin, choices, options, news } = offer;
  const about = field.description === null ? [] : [plain(field.description)];
  if (pin !== undefined) return [...about, `Always ${code(pin)}.`, ...news].join(' ');
  if (choices) return [...about, `One of ${choices.map(code).join(', ')}.`, ...news].join(' ');
  const words = [...about, ...limitsOf(field), ...news].join(' ');
  if (options.length === 0) return words;
  const same = JSON.stringify([field.select, options.map(({ value }) => value)]);
  const other = selects.get(same);
  if (other !== undefined) return `${words} Same options as ${code(other)}.`.trim();
  selects.set(same, field.key);
  return withOptions(words, options, most);
}

/** The largest number of options in one cell. The document has the whole list, and `getCampaign` returns it. */
const mostShown = (fields: readonly FieldOffer[]): number =>
  Math.max(300, Math.floor(6_000 / Math.max(1, fields.filter(({ options }) => options.length > 0).length)));
const mostInText = 40;
const openUpTo = 8;

function withOptions(words: string, options: FieldOffer['options'], most: number): Cell {
  const shown = (upTo: number) =>
    options
      .slice(0, upTo)
      .map(({ value, label }) => `${code(value)}${sameWords(value, label) ? '' : ` ${plain(label)}`}`);
  const rest = (upTo: number) => (options.length > upTo ? `, and ${options.length - upTo} more` : '');
  // There may be thousands of options, so plain strings are used here instead of a template for each.
  const list = options.slice(0, most).map(({ value, label }) => {
    const labelHtml = sameWords(value, label) ? '' : ` ${escapeHtml(label)}`;
    return `<code>${escapeHtml(value)}</code>${labelHtml}`;
  });
  return {
    text: `${words} ${shown(mostInText).join(', ')}${rest(mostInText)}`.trim(),
    html: html`${words === '' ? '' : inline(words)} ${options.length > openUpTo ? folded(options.length, { html: list.join(', ') + rest(most) }) : { html: list.join(', ') }}`,
  };
}

const folded = (count: number, list: Html): Html =>
  html`<details><summary>${count.toLocaleString('en-US')} options</summary>${list}</details>`;

const sameWords = (value: string, label: string) => value.toLowerCase() === label.toLowerCase();

/** In words, and only the limits that the admin has set. */
function limitsOf({ type, min, max, max_length, pattern }: Field): readonly string[] {
  const number = (value: number | null, none: number) => (value === null || Math.abs(value) >= none ? null : value);
  const none = traits[type].jsonType === 'integer' ? wholeNumber : Number.MAX_VALUE;
  const [least, greatest] = [number(min, none), number(max, none)];
  return [
    ...(least !== null && greatest !== null ? [`${least} to ${greatest}.`] : []),
    ...(least !== null && greatest === null ? [`At least ${least}.`] : []),
    ...(least === null && greatest !== null ? [`At most ${greatest}.`] : []),
    ...(max_length === null ? [] : [`At most ${max_length} characters.`]),
    ...(pattern === null ? [] : [`Matches ${code(pattern)}.`]),
  ];
}

/** In Markdown. */
function formOf(type: Field['type'], country: string | null): string {
  const { words, readsCountry } = traits[type];
  return readsCountry && country !== null ? `${words} A number without \`+\` is read as one of ${country}.` : words;
}

/** How the values of each type are written, for the types that the document uses. */
export function typeTable({ fields, campaign }: Offer): Table {
  const used = [...new Set(fields.map(({ field }) => field.type))];
  return {
    head: ['Type', 'How its values are written'],
    rows: used.map((type) => ({ cells: [code(type), formOf(type, campaign.defaultCountry)] })),
  };
}
