import { type DestinationStream, pino } from 'pino';
import type { Config } from '#platform/config';
import type { Log } from '#platform/domain';
import { scrub, scrubText } from './scrub.ts';

export interface LogOptions {
  readonly level: Config['logLevel'];
  /** Where the lines go; standard output where nothing is said. */
  readonly destination?: DestinationStream;
  /** Facts on every line: the role of a process. */
  readonly base?: Readonly<Record<string, string | number>>;
}

/** The log of this process: one JSON object a line, without message bodies, addresses or secrets. */
export function createLog(options: LogOptions): Required<Log> {
  const settings = {
    level: options.level,
    // not the name of the machine: whoever reads the log knows where it lies
    base: { pid: process.pid, ...options.base },
    messageKey: 'message',
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (level: string) => ({ level }) },
  };
  const logger = options.destination ? pino(settings, options.destination) : pino(settings);
  return {
    debug: (facts, message) => logger.isLevelEnabled('debug') && logger.debug(scrub(facts), scrubText(message)),
    info: (facts, message) => logger.isLevelEnabled('info') && logger.info(scrub(facts), scrubText(message)),
    warn: (facts, message) => logger.isLevelEnabled('warn') && logger.warn(scrub(facts), scrubText(message)),
    error: (facts, message) => logger.isLevelEnabled('error') && logger.error(scrub(facts), scrubText(message)),
  };
}
