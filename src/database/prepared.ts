/**
 * Statements with parameters are named, and so prepared once a connection instead of planned with every request: planning
 * a guarded statement takes longer than running it. The number of names is bounded, for every one costs each connection
 * memory; what comes after the bound runs unnamed.
 */
import { createHash } from 'node:crypto';
import pg from 'pg';
import { isOutdatedStatement } from './try-again.ts';

const most = 500;
const names = new Map<string, string>();
/** Part of every name. After a table was altered, statements are prepared again under other names, on every connection. */
let generation = 0;

function prepareAgain(): void {
  generation += 1;
  names.clear();
}

/** What a text begins with that is to be planned anew each time. */
const unprepared = '/* unprepared */';

function nameOf(text: string): string | undefined {
  if (text.startsWith(unprepared)) return undefined;
  const known = names.get(text);
  if (known !== undefined || names.size >= most) return known;
  const name = createHash('sha256').update(`${generation} ${text}`).digest('base64url').slice(0, 32);
  names.set(text, name);
  return name;
}

type Query = (...args: unknown[]) => unknown;

/** A client for `pg.Pool` (its `Client` option) that names what it is asked with parameters. */
export class PreparingClient extends pg.Client {
  // A class, for that is what the pool takes; `query` has a dozen overloads, of which only one is of interest.
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
