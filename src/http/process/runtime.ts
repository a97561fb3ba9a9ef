/** The parts of one serving process, which the app gets once, at the start. */
import type { Registry } from 'prom-client';
import type { Config } from '../../config.ts';
import type { Connection } from '../../database/connection.ts';
import type { Logger } from '../../logger.ts';

export interface Runtime {
  readonly config: Config;
  readonly connection: Connection;
  /** Sealing keys of 32 bytes, newest first; never empty. */
  readonly secretKeys: readonly Buffer[];
  readonly logger: Logger;
  /** Metrics of this process; `/metrics` serves them on a port of its own. */
  readonly metrics: Registry;
  /** True after the signal to stop. `/readyz` then says so, and keep-alive connections are closed. */
  readonly isStopping: () => boolean;
}
