/**
 * Statements with parameters are named, and so prepared once a connection instead of planned with every request: planning
 * a guarded statement takes longer than running it. The number of names is bounded, for every one costs each connection
 * memory; what comes after the bound runs unnamed.
 */
import { createHash } from 'node:crypto';
import pg from 'pg';

const most = 500;
const names = new Map<string, string>();

/** What a text begins with that is to be planned anew each time. */
const unprepared = '/* unprepared */';

function nameOf(text: string): string | undefined {
  if (text.startsWith(unprepared)) return undefined;
  const known = names.get(text);
  if (known !== undefined || names.size >= most) return known;
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 32);
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
    return name === undefined ? run(...args) : run({ name, text, values });
  }) as unknown as pg.Client['query'];
}
