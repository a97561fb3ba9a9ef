/** The rule on duplicates, to be changed; the sentence that it makes stands below, and changes with each choice. */
import { Alert, MultiSelect, NumberInput, Radio, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask, type Shape } from '../api/client.ts';
import { Problem } from '../api/problem.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { told } from '../ui/told.ts';
import { duplicateSentence } from './duplicate-sentence.ts';
import { Impact } from './impact.tsx';
import { announce, atOnce, type PlannedChange } from './planned.ts';
import { duplicateRuleQuery, useCampaignChanged } from './queries.ts';
import { WhenInput } from './when-input.tsx';

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

const isStale = (error: unknown): boolean => error instanceof Problem && error.code === 'stale';
const isSame = ({ state: _, ...a }: Rule, { state: __, ...b }: Rule): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

export function DuplicateRuleDialog({ slug, fields, rule, etag, onClose }: DuplicateRuleDialogProps) {
  const changed = useCampaignChanged(slug);
  const client = useQueryClient();
  // As it was when the dialog opened: the change is made from that.
  const [seen, setSeen] = useState({ rule, etag });
  const [theirs, setTheirs] = useState<Rule>();
  const form = useForm<RuleValues>({
    mode: 'controlled',
    initialValues: { ...rule, fields: [...rule.fields], within_days: rule.within_days ?? '' },
  });
  const values = form.getValues();
  const [when, setWhen] = useState(atOnce);
  const later = when.at !== undefined;
  const change: PlannedChange = { operation: 'setDuplicateRule', body: ruleOf(values) };
  const put = (given: RuleValues, from: string | undefined) =>
    ask(
      api.PUT('/campaigns/{slug}/duplicate-rule', {
        params: { path: { slug }, ...(from !== undefined && { header: { 'If-Match': from } }) },
        body: ruleOf(given),
      }),
    );
  const save = async (given: RuleValues) => {
    try {
      return await put(given, seen.etag);
    } catch (error) {
      if (!isStale(error)) throw error;
      const now = await client.fetchQuery({ ...duplicateRuleQuery(slug), staleTime: 0 });
      setSeen({ rule: now.data, etag: now.etag });
      // The campaign was changed elsewhere: that is nothing to the rule.
      if (isSame(seen.rule, now.data)) return put(given, now.etag);
      setTheirs(now.data);
      throw error;
    }
  };
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
      title="Duplicates"
      onClose={onClose}
      form={form}
      action={later ? 'Announce the rule' : 'Save the rule'}
      disabled={when.at === null}
      submit={async (given) => {
        if (later) await announce(slug, change, when);
        else await save(given);
      }}
      shows={isStale}
      done={() => {
        told(later ? 'Announced: documents tell of it.' : 'The rule on duplicates holds for new leads from now on.');
        void changed();
      }}
    >
      {theirs && (
        <Alert color="orange" role="alert" title="Somebody else has changed the rule">
          Theirs: {duplicateSentence(theirs, fields)} Save again to put yours over it.
        </Alert>
      )}
      <MultiSelect
        label="Leads are the same by"
        description="Without a field, leads are not compared."
        data={fields.filter(({ type }) => type !== 'multi_select').map(({ key, label }) => ({ value: key, label }))}
        maxValues={10}
        searchable
        {...form.getInputProps('fields')}
      />
      {values.fields.length > 1 &&
        choices('match', 'When', [
          ['any', 'one of them is equal'],
          ['all', 'all of them are equal'],
        ])}
      {values.fields.length > 0 && (
        <>
          <NumberInput
            label="Looking back, in days"
            placeholder="All the way"
            min={1}
            max={36_500}
            allowDecimal={false}
            {...form.getInputProps('within_days')}
          />
          {choices('action', 'The newer one', [
            ['reject', 'is refused'],
            ['flag', 'is taken, and marked'],
          ])}
          {choices('reach', 'It is compared with', [
            ['visible', 'the leads that the vendor sees'],
            ['campaign', 'all leads: a vendor then learns that one exists, and nothing more of it'],
          ])}
        </>
      )}
      <Alert color="gray" role="status">
        {duplicateSentence({ ...ruleOf(values), within_days: ruleOf(values).within_days ?? null }, fields)}
      </Alert>
      {form.isDirty() && (
        <>
          <Impact slug={slug} change={change} />
          <WhenInput value={when} onChange={setWhen} />
        </>
      )}
    </FormDialog>
  );
}
