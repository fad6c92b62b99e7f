import type { LoggerService } from '@nestjs/common';
import { pino } from 'pino';

/** One JSON line a message on stdout. Nest's own start-up talk is for debugging. */
export function jsonLog(level: string): LoggerService {
  const log = pino({ level });
  return {
    log: (message: unknown) => log.debug(String(message)),
    warn: (message: unknown) => log.warn(String(message)),
    error: (message: unknown, stack?: unknown) => log.error(stack === undefined ? {} : { stack }, String(message)),
    fatal: (message: unknown) => log.fatal(String(message)),
  };
}
