/** The log: JSON lines, or readable lines on a terminal. Nothing secret and no lead's value is ever handed to it. */
import { type Logger, pino } from 'pino';

export type { Logger };

/** `level` as pino names them; `pretty` for a person at a terminal. */
export function createLogger(options: { level: string; pretty: boolean }): Logger {
  if (!options.pretty) return pino({ level: options.level, base: null });
  return pino({
    level: options.level,
    base: null,
    transport: { target: 'pino-pretty', options: { translateTime: 'HH:MM:ss', ignore: 'pid,hostname' } },
  });
}
