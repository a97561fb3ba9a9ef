/**
 * The builder of conditions: react-querybuilder with Mantine's buttons and with selectors that name themselves. The
 * controls are made once, outside the component: otherwise they would lose the focus with each key. The code is large, so
 * it is loaded only when needed.
 */
import './builder.css';
import { ActionIcon, Button, Select } from '@mantine/core';
import { QueryBuilderMantine } from '@react-querybuilder/mantine';
import { IconPlus, IconX } from '@tabler/icons-react';
import { type ActionProps, QueryBuilder, type RuleGroupType, type ValueSelectorProps } from 'react-querybuilder';
import { operatorsByType } from './operators.ts';
import { operatorChoices, type Path } from './paths.ts';
import { ValueInput } from './value-input.tsx';

interface LabelledProps extends ValueSelectorProps {
  readonly name: string;
}

function Labelled({ name, options, value, handleOnChange }: LabelledProps) {
  const data = options.flatMap((option) => ('options' in option ? [] : [{ value: option.name, label: option.label }]));
  return (
    <Select
      aria-label={name}
      size="sm"
      data={data}
      value={value ?? null}
      onChange={(next) => handleOnChange(next)}
      allowDeselect={false}
      searchable={data.length > 8}
    />
  );
}

const FieldSelector = (props: ValueSelectorProps) => <Labelled {...props} name="Compared value" />;
const OperatorSelector = (props: ValueSelectorProps) => <Labelled {...props} name="How it is compared" />;
const CombinatorSelector = (props: ValueSelectorProps) => <Labelled {...props} name="All or any of these" />;

const AddAction = ({ label, handleOnClick }: ActionProps) => (
  <Button size="xs" variant="default" leftSection={<IconPlus size={13} />} onClick={handleOnClick}>
    {label}
  </Button>
);

const RemoveAction = ({ title, handleOnClick }: ActionProps) => (
  <ActionIcon variant="subtle" color="gray" aria-label={title ?? 'Remove'} onClick={handleOnClick}>
    <IconX size={16} />
  </ActionIcon>
);

const controlElements = {
  addRuleAction: AddAction,
  addGroupAction: AddAction,
  removeRuleAction: RemoveAction,
  removeGroupAction: RemoveAction,
  fieldSelector: FieldSelector,
  operatorSelector: OperatorSelector,
  combinatorSelector: CombinatorSelector,
  valueEditor: ValueInput,
};

const translations = {
  addRule: { label: 'Add a condition', title: 'Add a condition' },
  addGroup: { label: 'Add a group', title: 'Add a group of conditions' },
  removeRule: { label: '✕', title: 'Remove this condition' },
  removeGroup: { label: '✕', title: 'Remove this group' },
  notToggle: { label: 'Not', title: 'Match the opposite' },
};

interface BuilderProps {
  readonly paths: readonly Path[];
  readonly query: RuleGroupType;
  readonly onChange: (query: RuleGroupType) => void;
}

export function Builder({ paths, query, onChange }: BuilderProps) {
  const byName = new Map(paths.map((path) => [path.name, path]));
  const pathOf = (name: string) => byName.get(name);
  return (
    <QueryBuilderMantine>
      <QueryBuilder
        fields={paths.map((path) => ({ ...path, value: path.name }))}
        query={query}
        onQueryChange={onChange}
        combinators={[
          { name: 'and', value: 'and', label: 'All conditions match' },
          { name: 'or', value: 'or', label: 'Any condition matches' },
        ]}
        getOperators={(name) => {
          const path = pathOf(name);
          return path ? operatorChoices(path) : [];
        }}
        getDefaultOperator={(name) => operatorsByType[pathOf(name)?.type ?? 'text'][0] ?? 'eq'}
        getDefaultValue={() => ''}
        resetOnOperatorChange
        resetOnFieldChange
        addRuleToNewGroups
        showNotToggle
        controlElements={controlElements}
        translations={translations}
        maxLevels={9}
      />
    </QueryBuilderMantine>
  );
}
