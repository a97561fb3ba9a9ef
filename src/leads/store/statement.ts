/**
 * Statements whose text is the same for all requests under a grant. Each is compiled once for a grant, and every request only gives
 * its values: building and compiling a statement costs a request more than PostgreSQL needs to run it.
 */
import type { CompiledQuery, QueryExecutorProvider, QueryResult, RawBuilder } from 'kysely';
import type { Grant } from '../../access/grant.ts';

/** Stand-ins for the values of one request. They are `unknown`, so that the text cannot depend on the values. */
export type Slots<Name extends string> = Readonly<Record<Name, unknown>>;

/** A connection or a transaction, whatever tables it is typed for. */
export interface Runner extends QueryExecutorProvider {
  executeQuery<Row>(query: CompiledQuery<Row>): Promise<QueryResult<Row>>;
}

export type Run<Name extends string, Row, Variant extends string> = (
  db: Runner,
  grant: Grant,
  values: Slots<Name>,
  variant?: Variant,
) => Promise<readonly Row[]>;

interface Compiled<Name extends string> {
  readonly query: CompiledQuery;
  /** The parameters that each request gives. */
  readonly open: readonly (readonly [position: number, name: Name])[];
}

/** The variants that are kept for one grant. Further ones are compiled each time. */
const mostVariants = 8;

/**
 * `perGrant(['id'], (grant, { id }) => getStatement(grant, id))`. The text may depend on the grant and on `variant`, and on nothing
 * else of the request.
 */
export function perGrant<Name extends string, Row, Variant extends string = string>(
  names: readonly Name[],
  build: (grant: Grant, slots: Slots<Name>, variant: Variant) => RawBuilder<Row>,
): Run<Name, Row, Variant> {
  const slots = Object.fromEntries(names.map((name) => [name, { slot: name }])) as Slots<Name>;
  const compiledByGrant = new WeakMap<Grant, Map<string, Compiled<Name>>>();

  const compile = (db: Runner, grant: Grant, variant: Variant): Compiled<Name> => {
    const query = build(grant, slots, variant).compile(db);
    const open = query.parameters.flatMap((parameter, position) =>
      names.filter((name) => slots[name] === parameter).map((name) => [position, name] as const),
    );
    return { query, open };
  };

  return async (db, grant, values, variant = '' as Variant) => {
    const variants = compiledByGrant.get(grant) ?? new Map<string, Compiled<Name>>();
    compiledByGrant.set(grant, variants);
    const compiled = variants.get(variant) ?? compile(db, grant, variant);
    if (variants.size < mostVariants) variants.set(variant, compiled);
    const parameters = [...compiled.query.parameters];
    for (const [position, name] of compiled.open) parameters[position] = values[name];
    return (await db.executeQuery<Row>({ ...compiled.query, parameters })).rows;
  };
}
