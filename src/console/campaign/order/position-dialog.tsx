/** Moves an entry of a list to a position, by number. */
import { NumberInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { FormDialog } from '../../ui/form/form-dialog.tsx';
import type { Place } from './move-items.tsx';

interface PositionDialogProps {
  readonly name: string;
  readonly place: Place;
  readonly onClose: () => void;
}

export function PositionDialog({ name, place: { at, count, to }, onClose }: PositionDialogProps) {
  const form = useForm<{ position: number | string }>({ mode: 'controlled', initialValues: { position: at + 1 } });
  const { position } = form.getValues();
  const isPlace = typeof position === 'number' && position >= 1 && position <= count;
  return (
    <FormDialog
      title={`Move ${name}`}
      onClose={onClose}
      form={form}
      size="sm"
      action="Move"
      disabled={!isPlace}
      submit={async () => to(Number(position) - 1)}
    >
      <NumberInput
        label="Position"
        description={`1 is the top, ${count.toLocaleString('en')} the bottom.`}
        min={1}
        max={count}
        allowDecimal={false}
        data-autofocus
        {...form.getInputProps('position')}
      />
    </FormDialog>
  );
}
