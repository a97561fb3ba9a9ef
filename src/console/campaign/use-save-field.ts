/**
 * Saving a field from the version that was seen. A change elsewhere in the campaign does not matter: it is saved from the newer
 * revision then. A change of the field itself stops the save, and is given back to be shown.
 */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask, type Shape } from '../api/client.ts';
import { Problem } from '../api/problem.ts';
import { changesOf, differences } from './field-values.ts';
import { fieldsQuery } from './queries.ts';

type Field = Shape<'Field'>;

interface Seen {
  readonly field: Field;
  readonly etag: string | undefined;
}

export interface Conflict {
  /** What mine was made from. */
  readonly before: Field;
  readonly theirs: Field;
}

/** Each save throws what the server refuses; with `stale` there is a conflict, or the field is gone. */
export function useSaveField(slug: string, opened: Seen) {
  const client = useQueryClient();
  // As it was when the drawer opened: what is fetched behind it must not pass for what was seen.
  const [seen, setSeen] = useState(opened);
  const [conflict, setConflict] = useState<Conflict>();
  const [gone, setGone] = useState(false);

  const send = (mine: Field, { field, etag }: Seen) =>
    ask(
      api.PATCH('/campaigns/{slug}/fields/{key}', {
        params: { path: { slug, key: field.key }, ...(etag !== undefined && { header: { 'If-Match': etag } }) },
        body: changesOf(field, mine),
      }),
    );

  const save = async (mine: Field, took: (conflict: Conflict) => void): Promise<Field> => {
    try {
      return await send(mine, seen);
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'stale') throw error;
      const { data, etag } = await client.fetchQuery({ ...fieldsQuery(slug), staleTime: 0 });
      const field = data.data.find(({ key }) => key === seen.field.key);
      if (!field) {
        setGone(true);
        throw error;
      }
      setSeen({ field, etag });
      if (differences(seen.field, field).length === 0) return send(mine, { field, etag });
      const found = { before: seen.field, theirs: field };
      setConflict(found);
      took(found);
      throw error;
    }
  };
  return { save, conflict, gone };
}
