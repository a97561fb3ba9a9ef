/** The log: JSON lines, or readable lines on a terminal. Callers never pass it secrets or values of leads. */
import { type Logger, pino } from 'pino';

export type { Logger };

/** Milliseconds that a line may wait for others. Waiting lines are written when the process ends. */
const flushEveryMs = 100;

/**
 * `level`: a level of pino. `pretty`: for a person at a terminal. `gathered`: for a process that answers requests. Its lines
 * are written many at a time, because a system call for each line costs more than making the line.
 */
export function createLogger(options: { level: string; pretty: boolean; gathered?: boolean }): Logger {
  if (!options.pretty && options.gathered) {
    const gathering = pino.destination({ sync: false, minLength: 8_192, periodicFlush: flushEveryMs });
    return pino({ level: options.level, base: null }, gathering);
  }
  if (!options.pretty) return pino({ level: options.level, base: null });
  return pino({
    level: options.level,
    base: null,
    transport: { target: 'pino-pretty', options: { translateTime: 'HH:MM:ss', ignore: 'pid,hostname' } },
  });
}
