/** The log: JSON lines, or readable lines on a terminal. Nothing secret and no lead's value is ever handed to it. */
import { type Logger, pino } from 'pino';

export type { Logger };

/** Milliseconds that a line may wait for others; what is left is written when the process ends. */
const patience = 100;

/**
 * `level` as pino names them; `pretty` for a person at a terminal; `gathered` for a process that answers requests: its lines
 * are written many at a time, for a call of the system for each costs more than to make the line.
 */
export function createLogger(options: { level: string; pretty: boolean; gathered?: boolean }): Logger {
  if (!options.pretty && options.gathered) {
    const gathering = pino.destination({ sync: false, minLength: 8_192, periodicFlush: patience });
    return pino({ level: options.level, base: null }, gathering);
  }
  if (!options.pretty) return pino({ level: options.level, base: null });
  return pino({
    level: options.level,
    base: null,
    transport: { target: 'pino-pretty', options: { translateTime: 'HH:MM:ss', ignore: 'pid,hostname' } },
  });
}
