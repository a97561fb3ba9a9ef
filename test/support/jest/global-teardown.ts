/** Stops the PostgreSQL of the run and removes its files. */
import { rm } from 'node:fs/promises';
import { shared } from './shared.ts';

export default async function tearDown(): Promise<void> {
  if (!shared.postgres) return;
  await shared.postgres.stop?.();
  await rm(shared.postgres.dataDir, { recursive: true, force: true });
}
