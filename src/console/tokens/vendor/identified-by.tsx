/** The field that identifies vendors: an existing one, or a new one that is created with the vendor. */
import type { ReactNode } from 'react';
import { LongSelect } from '../../ui/list/long-select.tsx';
import type { Identified } from './vendor-plan.ts';

interface IdentifiedByProps {
  readonly choices: ReadonlyMap<string, Identified>;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: ReactNode;
}

export function IdentifiedBy({ choices, value, onChange, error }: IdentifiedByProps) {
  // If a new field is the only choice, its name is asked for instead.
  if (choices.size <= 1) return null;
  return (
    <LongSelect
      label="Vendors are identified by"
      data={[...choices].map(([name, choice]) => ({ value: name, label: labelOf(choice) }))}
      value={value}
      onChange={(next) => next !== null && onChange(next)}
      allowDeselect={false}
      error={error}
    />
  );
}

function labelOf(choice: Identified): string {
  switch (choice.kind) {
    case 'field':
      return choice.field.label;
    case 'select':
      return `New field “${choice.select.label}”, from the select`;
    case 'new':
      return 'A new field…';
  }
}
