/** The vendor's name: a new one, or the name of an existing option, which is then used. */
import { Autocomplete, type AutocompleteProps } from '@mantine/core';
import type { Shape } from '../../api/client.ts';

interface VendorNameProps extends Omit<AutocompleteProps, 'data'> {
  readonly options: readonly Shape<'Option'>[];
}

/** How many options are listed at a time. Typing finds the others. */
const maxShown = 50;

export function VendorName({ options, ...input }: VendorNameProps) {
  const labels = options.filter(({ archived }) => !archived).map(({ label }) => label);
  return (
    <Autocomplete
      label="Vendor"
      description={labels.length > 0 ? 'A new name, or an existing option.' : undefined}
      placeholder="Vendor XYZ"
      required
      data-autofocus
      maxLength={200}
      data={[...new Set(labels)]}
      limit={maxShown}
      openOnFocus={false}
      {...input}
    />
  );
}
