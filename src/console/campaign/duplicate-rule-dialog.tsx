/** Changes the duplicate check. A sentence below the inputs says what it does, and follows each choice. */
import { Alert, MultiSelect, NumberInput, Radio, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { api, ask, madeFrom, type Shape } from '../api/client.ts';
import { FormDialog } from '../ui/form/form-dialog.tsx';
import { isStale } from './changes/stale.ts';
import { usePlanned } from './changes/use-planned.tsx';
import { type Seen, useSaveSeen } from './changes/use-save-seen.ts';
import { duplicateSentence } from './duplicate-sentence.ts';
import { traits } from './fields/field-types.ts';
import { duplicateRuleQuery } from './queries.ts';

type Rule = Shape<'DuplicateRule'>;

interface DuplicateRuleDialogProps {
  readonly slug: string;
  readonly fields: readonly Shape<'Field'>[];
  readonly rule: Rule;
  readonly etag: string | undefined;
  readonly onClose: () => void;
}

interface RuleValues extends Record<string, unknown> {
  fields: string[];
  match: Rule['match'];
  within_days: number | '';
  action: Rule['action'];
  reach: Rule['reach'];
}

const ruleOf = ({ fields, match, action, reach, within_days }: RuleValues): Shape<'DuplicateRuleInput'> => ({
  fields,
  match,
  action,
  reach,
  within_days: within_days === '' ? null : within_days,
});

const isSame = ({ state: _, ...a }: Rule, { state: __, ...b }: Rule): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

export function DuplicateRuleDialog({ slug, fields, rule, etag, onClose }: DuplicateRuleDialogProps) {
  const client = useQueryClient();
  const form = useForm<RuleValues>({
    mode: 'controlled',
    initialValues: { ...rule, fields: [...rule.fields], within_days: rule.within_days ?? '' },
  });
  const values = form.getValues();
  const body = ruleOf(values);
  const planned = usePlanned(slug, form.isDirty() ? { operation: 'setDuplicateRule', body } : undefined);
  const send = (seen: Seen<Rule>) => {
    const from = madeFrom(seen.etag);
    const now = () => ask(api.PUT('/campaigns/{slug}/duplicate-rule', { params: { path: { slug }, ...from }, body }));
    return planned.send(now, from);
  };
  const { save, conflict } = useSaveSeen({
    opened: { thing: rule, etag },
    look: async () => {
      const now = await client.fetchQuery({ ...duplicateRuleQuery(slug), staleTime: 0 });
      return { thing: now.data, etag: now.etag };
    },
    same: isSame,
    send,
  });
  const choices = (
    name: 'match' | 'action' | 'reach',
    label: string,
    options: readonly (readonly [string, string])[],
  ) => (
    <Radio.Group label={label} {...form.getInputProps(name)}>
      <Stack gap={6} mt={4}>
        {options.map(([value, text]) => (
          <Radio key={value} value={value} label={text} />
        ))}
      </Stack>
    </Radio.Group>
  );
  return (
    <FormDialog
      title="Duplicate check"
      onClose={onClose}
      form={form}
      action={planned.announced ? 'Announce it' : 'Save the duplicate check'}
      disabled={planned.waits}
      submit={() => save()}
      shows={isStale}
      done={() => planned.done('Duplicate check saved. It applies to new leads.')}
    >
      {conflict && (
        <Alert color="orange" role="alert" title="Somebody else has changed the duplicate check">
          Theirs: {duplicateSentence(conflict.theirs, fields)} Save again to replace it with yours.
        </Alert>
      )}
      <MultiSelect
        label="Compared fields"
        description="Without a field, the duplicate check is off."
        data={fields
          .filter(({ type }) => traits[type].options !== 'several')
          .map(({ key, label }) => ({ value: key, label }))}
        maxValues={10}
        searchable
        {...form.getInputProps('fields')}
      />
      {values.fields.length > 1 &&
        choices('match', 'When', [
          ['any', 'any of these fields is equal'],
          ['all', 'all of these fields are equal'],
        ])}
      {values.fields.length > 0 && (
        <>
          <NumberInput
            label="Days to look back"
            placeholder="No limit"
            min={1}
            max={36_500}
            allowDecimal={false}
            {...form.getInputProps('within_days')}
          />
          {choices('action', 'The new lead', [
            ['reject', 'is refused'],
            ['flag', 'is accepted, and marked'],
          ])}
          {choices('reach', 'It is compared with', [
            ['visible', 'the leads that the vendor sees'],
            ['campaign', 'all leads: a vendor then learns that such a lead exists, but nothing else about it'],
          ])}
        </>
      )}
      <Alert color="gray" role="status">
        {duplicateSentence({ ...body, within_days: body.within_days ?? null }, fields)}
      </Alert>
      {planned.inputs}
    </FormDialog>
  );
}
