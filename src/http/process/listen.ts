/** Listens. If that fails, names the setting to change, in a sentence. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConfigError } from '../../config.ts';

/**
 * Connections that may wait to be accepted. Beyond that, the kernel drops new ones, and their clients try again after 200 ms
 * or more. With Node's default of 511, one vendor that opens six hundred connections at once would delay all others.
 */
const backlog = 4_096;

/** Resolves with the port, which the system chooses if `port` is 0. Throws {@link ConfigError}. */
export function listen(
  server: Server,
  options: { setting: 'PORT' | 'METRICS_PORT'; host: string; port: number },
): Promise<number> {
  const { setting, host, port } = options;
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') reject(new ConfigError(setting, `is ${port}, where something listens already`));
      else if (error.code === 'EACCES') reject(new ConfigError(setting, `is ${port}, where this user may not listen`));
      else if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
        reject(new ConfigError('HOST', `is ${host}, which is not an address of this machine`));
      else reject(error);
    });
    server.listen({ port, host, backlog }, () => resolve((server.address() as AddressInfo).port));
  });
}
