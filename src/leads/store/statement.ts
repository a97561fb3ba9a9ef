/**
 * A statement whose text is the same for all requests under a grant: compiled once for each grant, and then only given its
 * values. To build and compile it anew costs a request more than PostgreSQL needs to run it. Rejects nothing.
 */
import type { CompiledQuery, QueryExecutorProvider, QueryResult, RawBuilder } from 'kysely';
import type { Grant } from '../../access/grant.ts';

/** What a statement is built from in place of the values of one request: `unknown`, so that its text cannot depend on them. */
export type Slots<Name extends string> = Readonly<Record<Name, unknown>>;

/** A connection or a transaction, whatever tables it is typed for. */
export interface Runner extends QueryExecutorProvider {
  executeQuery<Row>(query: CompiledQuery<Row>): Promise<QueryResult<Row>>;
}

export type Run<Name extends string, Row> = (
  db: Runner,
  grant: Grant,
  values: Slots<Name>,
  variant?: string,
) => Promise<readonly Row[]>;

interface Compiled<Name extends string> {
  readonly query: CompiledQuery;
  /** Which of its parameters come with each request. */
  readonly open: readonly (readonly [place: number, name: Name])[];
}

/** Variants that are kept for one grant; what comes after them is compiled each time. */
const mostVariants = 8;

/**
 * `perGrant(['id'], (grant, { id }) => getStatement(grant, id))`. What the text depends on beside the grant stands in
 * `variant`, and the builder reads it from there alone.
 */
export function perGrant<Name extends string, Row>(
  names: readonly Name[],
  build: (grant: Grant, slots: Slots<Name>, variant: string) => RawBuilder<Row>,
): Run<Name, Row> {
  const slots = Object.fromEntries(names.map((name) => [name, { slot: name }])) as Slots<Name>;
  const compiledByGrant = new WeakMap<Grant, Map<string, Compiled<Name>>>();

  const compile = (db: Runner, grant: Grant, variant: string): Compiled<Name> => {
    const query = build(grant, slots, variant).compile(db);
    const open = query.parameters.flatMap((parameter, place) =>
      names.filter((name) => slots[name] === parameter).map((name) => [place, name] as const),
    );
    return { query, open };
  };

  return async (db, grant, values, variant = '') => {
    const variants = compiledByGrant.get(grant) ?? new Map<string, Compiled<Name>>();
    compiledByGrant.set(grant, variants);
    const compiled = variants.get(variant) ?? compile(db, grant, variant);
    if (variants.size < mostVariants) variants.set(variant, compiled);
    const parameters = [...compiled.query.parameters];
    for (const [place, name] of compiled.open) parameters[place] = values[name];
    return (await db.executeQuery<Row>({ ...compiled.query, parameters })).rows;
  };
}
