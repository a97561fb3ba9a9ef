/**
 * Reads options from pasted lines: `Label`, or `value<tab>Label`, or `value;Label`. Each option gets the value that it will
 * have. Lines that cannot become options are left out, with the reason.
 */
import type { Shape } from '../../api/client.ts';
import { optionValueOf } from '../slug.ts';

export interface PastedOption {
  readonly value: string;
  readonly label: string;
}

export interface LeftOut {
  readonly label: string;
  readonly why:
    | 'there already'
    | 'archived: restore it'
    | 'twice in the list'
    | 'a value has a–z, 0–9, - and _ only'
    | 'too long';
}

export interface Pasted {
  readonly options: readonly PastedOption[];
  readonly leftOut: readonly LeftOut[];
}

interface Line {
  readonly value: string | undefined;
  readonly label: string;
}

const form = /^[a-z0-9][a-z0-9_-]{0,62}$/;

export function readOptions(text: string, known: readonly Shape<'Option'>[]): Pasted {
  const lines = text.split(/\r?\n/).flatMap((line) => readLine(line) ?? []);
  // Values in the lines come first: a value that is made from a label never takes one of them.
  const taken = new Set([...known.map(({ value }) => value), ...lines.flatMap(({ value }) => value ?? [])]);
  const options: PastedOption[] = [];
  const leftOut: LeftOut[] = [];
  for (const { value, label } of lines) {
    const why = faultOf({ value, label }, known, options);
    if (why) leftOut.push({ label, why });
    else {
      const unique = value ?? optionValueOf(label, taken);
      taken.add(unique);
      options.push({ value: unique, label });
    }
  }
  return { options, leftOut };
}

function faultOf(
  { value, label }: Line,
  known: readonly Shape<'Option'>[],
  before: readonly PastedOption[],
): LeftOut['why'] | undefined {
  const same = (one: PastedOption) => one.label.toLowerCase() === label.toLowerCase() || one.value === value;
  const there = known.find(same);
  if (there) return there.archived ? 'archived: restore it' : 'there already';
  if (before.some(same)) return 'twice in the list';
  if (value !== undefined && !form.test(value)) return 'a value has a–z, 0–9, - and _ only';
  return [...label].length > 200 ? 'too long' : undefined;
}

function readLine(line: string): Line | undefined {
  const [, value, rest] = /^([^\t;]*)[\t;](.*)$/.exec(line) ?? [];
  const label = (rest ?? '').trim();
  if (label !== '') return { value: value?.trim() || undefined, label };
  const alone = (value ?? line).trim();
  return alone === '' ? undefined : { value: undefined, label: alone };
}
