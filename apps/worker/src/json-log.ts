import type { LoggerService } from '@nestjs/common';
import { destination, pino } from 'pino';

/** JSON lines on stderr, each with the name of what logs. Nest's own talk is for debugging. */
export function jsonLog(level: string): LoggerService {
  const log = pino({ level, base: { process: 'worker' }, timestamp: pino.stdTimeFunctions.isoTime }, destination(2));
  const from = (more: unknown[]) => ({ context: more.findLast((part) => typeof part === 'string') });
  return {
    log: (message: unknown, ...more: unknown[]) => log.debug(from(more), String(message)),
    warn: (message: unknown, ...more: unknown[]) => log.warn(from(more), String(message)),
    error: (message: unknown, ...more: unknown[]) => log.error(from(more), String(message)),
  };
}
