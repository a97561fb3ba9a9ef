/**
 * Names statements with parameters, so that each connection prepares them once instead of planning them for every request:
 * planning a guarded statement takes longer than running it. The number of names is bounded, because every name costs each
 * connection memory. Further statements run without a name.
 */
import { createHash } from 'node:crypto';
import pg from 'pg';
import { isOutdatedStatement } from './try-again.ts';

const namesAtMost = 500;
const names = new Map<string, string>();
/** Part of every name. After a table was altered, every connection prepares its statements again, under new names. */
let generation = 0;

function prepareAgain(): void {
  generation += 1;
  names.clear();
}

/**
 * The start of a statement that PostgreSQL should plan again each time, or whose text is hardly ever the same: it gets no name.
 */
export const unprepared = '/* unprepared */';

function nameOf(text: string): string | undefined {
  if (text.startsWith(unprepared)) return undefined;
  const known = names.get(text);
  if (known !== undefined || names.size >= namesAtMost) return known;
  const name = createHash('sha256').update(`${generation} ${text}`).digest('base64url').slice(0, 32);
  names.set(text, name);
  return name;
}

type Query = (...args: unknown[]) => unknown;

/** A client for `pg.Pool` (its `Client` option) that names statements with parameters. */
export class PreparingClient extends pg.Client {
  // A class, because the pool needs one. `query` has a dozen overloads, and only one of them matters here.
  override query = ((...args: unknown[]) => {
    const run = pg.Client.prototype.query.bind(this) as unknown as Query;
    const [text, values, ...rest] = args;
    const name =
      typeof text === 'string' && Array.isArray(values) && values.length > 0 && rest.length === 0
        ? nameOf(text)
        : undefined;
    if (name === undefined) return run(...args);
    return (run({ name, text, values }) as Promise<unknown>).catch((error: unknown) => {
      if (isOutdatedStatement(error)) prepareAgain();
      throw error;
    });
  }) as unknown as pg.Client['query'];
}
