/**
 * A choice of many options, found by typing. Only the first matches are rendered, and the last line says how many there
 * are. The chosen option is always among them.
 */
import { type ComboboxItem, type ComboboxParsedItem, Select, type SelectProps } from '@mantine/core';
import { hasWords } from './find.ts';

interface LongSelectProps extends Omit<SelectProps, 'data' | 'searchable' | 'limit' | 'filter'> {
  readonly data: readonly ComboboxItem[];
}

/** Nobody reads a longer list. */
const maxShown = 50;
/** The value of the last line. No option has it. */
const othersLine = '\u0000';

export function LongSelect({ data, ...props }: LongSelectProps) {
  const { value } = props;
  return (
    <Select
      {...props}
      data={[...data]}
      searchable
      filter={({ options, search }) => firstOf(options, search, value ?? undefined)}
    />
  );
}

function firstOf(
  options: readonly ComboboxParsedItem[],
  search: string,
  value: string | undefined,
): ComboboxParsedItem[] {
  const fits = hasWords(search);
  const found = (options as readonly ComboboxItem[]).filter(({ label }) => fits(label));
  const first = found.slice(0, maxShown);
  const chosen = found.find((one) => one.value === value);
  if (chosen && !first.includes(chosen)) first.splice(-1, 1, chosen);
  if (first.length === found.length) return first;
  const label = `${first.length} of ${found.length.toLocaleString('en')}: type to find the others.`;
  return [...first, { value: othersLine, label, disabled: true }];
}
