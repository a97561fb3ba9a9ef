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
    const logger = pino({ level: options.level, base: null }, gathering);
    destinations.set(logger, gathering);
    return logger;
  }
  if (!options.pretty) return pino({ level: options.level, base: null });
  return pino({
    level: options.level,
    base: null,
    transport: { target: 'pino-pretty', options: { translateTime: 'HH:MM:ss', ignore: 'pid,hostname' } },
  });
}

/** Where the lines of a gathering logger go. */
const destinations = new WeakMap<Logger, ReturnType<typeof pino.destination>>();

/** The line of a request in the log. No text has a character that JSON would escape. */
export interface RequestLine {
  readonly requestId: string;
  readonly route: string;
  readonly method: string;
  /** `undefined`: the client went away before the end of the response. */
  readonly status: number | undefined;
  readonly ms: number;
  /** The prefix of the token. */
  readonly token: string | undefined;
}

/**
 * Logs a request. The line of a gathering logger is joined here, as pino would write it, because
 * that takes a quarter of the time.
 */
export function logRequest(logger: Logger, level: 'info' | 'error', line: RequestLine): void {
  const { requestId, route, method, status, ms, token } = line;
  const text = status === undefined ? 'the client went away' : 'answered';
  if (!logger.isLevelEnabled(level)) return;
  const destination = destinations.get(logger);
  if (!destination) {
    logger[level](line, text);
    return;
  }
  const known = `${status === undefined ? '' : `"status":${status},`}"ms":${ms}${token === undefined ? '' : `,"token":"${token}"`}`;
  destination.write(
    `{"level":${logger.levels.values[level]},"time":${Date.now()},"requestId":"${requestId}","route":"${route}","method":"${method}",${known},"msg":"${text}"}\n`,
  );
}
