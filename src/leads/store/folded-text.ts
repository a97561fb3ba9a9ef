/**
 * A list's question for an e-mail address, whatever the case of its letters: the rule on duplicates compares so, and whoever was
 * refused for a duplicate looks for it so. Conditions of filters compare by code point, so that no scope widens.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Campaign } from '../../campaign/definition.ts';
import { keyLength, readyColumn } from '../../campaign/key-columns.ts';
import { storedRow } from './condition-sql.ts';

export interface FoldedText {
  /** Key of an e-mail field. */
  readonly key: string;
  /** The address in lower case. It is in ASCII, as all addresses are, so that its Unicode form is NFC. */
  readonly folded: string;
}

/** On `leads l`. The collation `"C"` folds the letters of ASCII alone. */
export function foldedSql(campaign: Campaign, { key, folded }: FoldedText): RawBuilder<boolean> {
  const column = folded.length < keyLength ? readyColumn(campaign, key) : undefined;
  if (!column) return sql`lower((${storedRow.values} ->> ${key}::text) collate "C") = ${folded}`;
  const text = sql.ref(`l.${column}`);
  const ranges = rangesOf(folded).map(([least, most]) =>
    least === most ? sql`${text} = ${most}` : sql`(${text} >= ${least} and ${text} <= ${most})`,
  );
  return sql`(lower(${text}) = ${folded} and (${sql.join(ranges, sql` or `)}))`;
}

/** Letters that an index is asked for in both cases: 32 ranges, in each of which few addresses lie. */
const firstLetters = /^(?:[^a-z]*[a-z]){0,5}/;

/**
 * Where an address that comes to this may stand in the order of code points, in which capital letters come first. Its domain is
 * stored in lower case.
 */
function rangesOf(folded: string): readonly (readonly [least: string, most: string])[] {
  const at = folded.lastIndexOf('@');
  const local = folded.slice(0, at);
  const [begin = ''] = firstLetters.exec(local) ?? [];
  const starts = [...begin].reduce<readonly string[]>(
    (known, one) => known.flatMap((start) => [...new Set([one, one.toUpperCase()])].map((letter) => start + letter)),
    [''],
  );
  const rest = local.slice(begin.length);
  const domain = folded.slice(at);
  return starts.map((start) => [start + rest.toUpperCase() + domain, start + rest + domain]);
}
