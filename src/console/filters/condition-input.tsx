/** The builder of a condition as an input of a form. It offers the campaign's fields, and shows the server's refusal. */
import { Input, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense } from 'react';
import type { RuleGroupType } from 'react-querybuilder';
import { fieldsQuery, selectsQuery, statusesQuery } from '../campaign/queries.ts';
import { Rows } from '../ui/loaded.tsx';
import { pathsOf } from './paths.ts';

const Builder = lazy(() => import('./builder.tsx').then(({ Builder }) => ({ default: Builder })));

interface ConditionInputProps {
  readonly slug: string;
  readonly query: RuleGroupType;
  readonly onChange: (query: RuleGroupType) => void;
  readonly error: ReactNode;
}

export function ConditionInput({ slug, query, onChange, error }: ConditionInputProps) {
  const { data: fields } = useQuery(fieldsQuery(slug));
  const { data: selects } = useQuery(selectsQuery(slug));
  const { data: statuses } = useQuery(statusesQuery(slug));
  return (
    <Stack gap={4}>
      <Text size="sm" fw={500}>
        Leads for which
      </Text>
      {fields && selects && statuses ? (
        <Suspense fallback={<Rows count={2} />}>
          <Builder
            paths={pathsOf({ fields: fields.data.data, selects: selects.data.data, statuses: statuses.data.data })}
            query={query}
            onChange={onChange}
          />
        </Suspense>
      ) : (
        <Rows count={2} />
      )}
      {error && <Input.Error role="alert">{error}</Input.Error>}
    </Stack>
  );
}
