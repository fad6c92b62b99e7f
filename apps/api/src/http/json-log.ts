import type { LoggerService } from '@nestjs/common';
import { destination, type Logger, pino } from 'pino';

export type LogLevel = 'silent' | 'error' | 'warn' | 'info' | 'debug';

/** What Nest says of every module and route while it starts. */
const startUpTalk = new Set(['InstanceLoader', 'RoutesResolver', 'RouterExplorer']);

/** JSON lines on stderr. What is given as an object becomes the line's members; nothing here looks at requests. */
export class JsonLog implements LoggerService {
  readonly #pino: Logger;

  constructor(level: LogLevel, process: string) {
    this.#pino = pino({ level, base: { process }, timestamp: pino.stdTimeFunctions.isoTime }, destination(2));
  }

  log(message: unknown, ...more: unknown[]): void {
    this.#write(startUpTalk.has(String(more.at(-1))) ? 'debug' : 'info', message, more);
  }

  error(message: unknown, ...more: unknown[]): void {
    this.#write('error', message, more);
  }

  warn(message: unknown, ...more: unknown[]): void {
    this.#write('warn', message, more);
  }

  debug(message: unknown, ...more: unknown[]): void {
    this.#write('debug', message, more);
  }

  verbose(): void {}

  /** Nest adds the name of what is logging as the last argument, and before it a stack. */
  #write(level: 'info' | 'error' | 'warn' | 'debug', message: unknown, more: unknown[]): void {
    const context = more.findLast((part) => typeof part === 'string');
    if (typeof message === 'object' && message !== null) this.#pino[level]({ context, ...message });
    else this.#pino[level]({ context }, String(message));
  }
}
