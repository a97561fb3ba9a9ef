/**
 * The schema as it results from all migrations, as readable SQL that is the same on every run. Reviewers read it.
 * It is made from the catalog, because pg_dump does not come with the embedded PostgreSQL; it is not meant to be run.
 */
import type pg from 'pg';

interface Column {
  readonly name: string;
  readonly type: string;
  readonly collation: string | null;
  readonly not_null: boolean;
  readonly default: string | null;
}

interface Table {
  readonly name: string;
  readonly unlogged: boolean;
  readonly columns: readonly Column[];
  readonly constraints: readonly { name: string; definition: string }[];
  readonly indexes: readonly string[];
}

/** Migration bookkeeping is Kysely's, not ours. */
const catalog = `
select c.relname as name, c.relpersistence = 'u' as unlogged,
  (select json_agg(json_build_object(
      'name', quote_ident(a.attname), 'type', format_type(a.atttypid, a.atttypmod), 'not_null', a.attnotnull,
      'collation', (select quote_ident(l.collname) from pg_collation l
        join pg_type t on t.oid = a.atttypid where l.oid = a.attcollation and a.attcollation <> t.typcollation),
      'default', pg_get_expr(d.adbin, d.adrelid)) order by a.attnum)
    from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
  coalesce((select json_agg(json_build_object(
      'name', quote_ident(k.conname), 'definition', pg_get_constraintdef(k.oid, true))
      order by position(k.contype::text in 'pucf'), k.conname collate "C")
    from pg_constraint k where k.conrelid = c.oid and k.contype <> 'n'), '[]') as constraints,
  coalesce((select json_agg(pg_get_indexdef(i.indexrelid) order by pg_get_indexdef(i.indexrelid) collate "C")
    from pg_index i where i.indrelid = c.oid
      and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))),
    '[]') as indexes
from pg_class c
where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname not like 'kysely\\_%'
order by c.relname collate "C"`;

/** Other objects of a schema. Ours has no such object; the file would show it. */
const others = `
select format('-- %s: %s', kind, name) as line from (
  select 'view' as kind, relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')
  union all
  select 'sequence', relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'S'
  union all
  select 'function', oid::regprocedure::text from pg_proc where pronamespace = 'public'::regnamespace
  union all
  select 'trigger', pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
  union all
  select 'extension', extname from pg_extension where extname <> 'plpgsql'
) found order by kind collate "C", name collate "C"`;

export async function describeSchema(client: pg.Client): Promise<string> {
  const tables = (await client.query<Table>(catalog)).rows.map(describeTable);
  const rest = (await client.query<{ line: string }>(others)).rows.map((row) => row.line);
  const head = '-- The schema that the migrations result in. Made by `npm run dump-schema`; do not edit.';
  return `${[head, ...tables, ...(rest.length > 0 ? [rest.join('\n')] : [])].join('\n\n')}\n`;
}

function describeTable(table: Table): string {
  const lines = [
    ...table.columns.map(describeColumn),
    ...table.constraints.map(({ name, definition }) => `constraint ${name} ${definition}`),
  ];
  const indexes = table.indexes.map((definition) => `${definition.replace(' ON public.', ' ON ')};`);
  const create = table.unlogged ? 'create unlogged table' : 'create table';
  return [`${create} ${table.name} (`, lines.map((line) => `  ${line}`).join(',\n'), ');', ...indexes].join('\n');
}

function describeColumn(column: Column): string {
  return [
    column.name,
    column.type,
    column.collation === null ? '' : `collate ${column.collation}`,
    column.not_null ? 'not null' : '',
    column.default === null ? '' : `default ${column.default}`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}
