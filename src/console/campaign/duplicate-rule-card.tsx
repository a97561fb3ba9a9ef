/** When a new lead counts as one that is there already, and what happens then; in a sentence, and to be changed. */
import { Badge, Button, Card, Group, MultiSelect, NumberInput, Radio, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask, type Shape } from '../api/client.ts';
import { Allowed } from '../session/roles.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { duplicateRuleQuery, useCampaignChanged } from './queries.ts';

type Rule = Shape<'DuplicateRule'>;
type Field = Shape<'Field'>;

interface CardProps {
  readonly slug: string;
  readonly fields: readonly Field[];
}

export function DuplicateRuleCard({ slug, fields }: CardProps) {
  const { data: rule } = useQuery(duplicateRuleQuery(slug));
  const [editing, setEditing] = useState(false);
  if (!rule) return null;
  return (
    <Card withBorder padding="lg" component="section" aria-label="Duplicates">
      <Group justify="space-between" align="flex-start">
        <div>
          <Group gap="xs">
            <Text fw={600} component="h2" size="md">
              Duplicates
            </Text>
            {rule.fields.length > 0 && rule.state === 'filling' && (
              <Badge variant="default" tt="none">
                Older leads are being read
              </Badge>
            )}
          </Group>
          <Text size="sm" c="dimmed">
            {sentenceOf(rule, fields)}
          </Text>
        </div>
        <Allowed to="admin">
          <Button size="xs" variant="default" onClick={() => setEditing(true)}>
            Change
          </Button>
        </Allowed>
      </Group>
      {editing && <RuleDialog slug={slug} fields={fields} rule={rule} onClose={() => setEditing(false)} />}
    </Card>
  );
}

function sentenceOf(rule: Rule, fields: readonly Field[]): string {
  if (rule.fields.length === 0) return 'Leads are not compared: each one that is sent is taken.';
  const names = rule.fields.map((key) => fields.find((field) => field.key === key)?.label ?? key);
  const same = names.length === 1 ? names[0] : `${rule.match === 'any' ? 'any' : 'all'} of ${names.join(', ')}`;
  const when = rule.within_days === null ? '' : ` of the last ${rule.within_days} days`;
  const reach = rule.reach === 'campaign' ? 'a lead' : 'a lead that the vendor sees';
  const then = rule.action === 'reject' ? 'is refused' : 'is taken, and marked';
  return `A new lead with the same ${same} as ${reach}${when} ${then}.`;
}

interface RuleDialogProps extends CardProps {
  readonly rule: Rule;
  readonly onClose: () => void;
}

interface RuleValues extends Record<string, unknown> {
  fields: string[];
  match: Rule['match'];
  within_days: number | '';
  action: Rule['action'];
  reach: Rule['reach'];
}

function RuleDialog({ slug, fields, rule, onClose }: RuleDialogProps) {
  const changed = useCampaignChanged(slug);
  const form = useForm<RuleValues>({
    mode: 'controlled',
    initialValues: { ...rule, fields: [...rule.fields], within_days: rule.within_days ?? '' },
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
      title="Duplicates"
      opened
      onClose={onClose}
      form={form}
      action="Save"
      submit={({ within_days, ...values }) =>
        ask(
          api.PUT('/campaigns/{slug}/duplicate-rule', {
            params: { path: { slug } },
            body: { ...pick(values), within_days: within_days === '' ? null : within_days },
          }),
        )
      }
      done={() => void changed()}
    >
      <MultiSelect
        label="Leads are the same by"
        description="Without a field, leads are not compared."
        data={fields.filter(({ type }) => type !== 'multi_select').map(({ key, label }) => ({ value: key, label }))}
        searchable
        {...form.getInputProps('fields')}
      />
      {choices('match', 'When', [
        ['any', 'one of them is equal'],
        ['all', 'all of them are equal'],
      ])}
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
    </FormDialog>
  );
}

const pick = ({ fields, match, action, reach }: Omit<RuleValues, 'within_days'>) =>
  ({ fields, match, action, reach }) as Pick<RuleValues, 'fields' | 'match' | 'action' | 'reach'>;
