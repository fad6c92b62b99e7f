import { refusalOf } from '@app/database';
import { type ArgumentsHost, Catch, type ExceptionFilter, Inject, Logger } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

import { problemOf } from './problem.ts';

/** The one way out for everything that is thrown: a problem for whoever asked, and a line in the log when it is our fault. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(Logger) private readonly log: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const { problem, unexpected } = problemOf(error);
    if (unexpected !== undefined) this.log.error({ id: problem.id, ...whatHappened(unexpected) });
    if (reply.sent || reply.raw.headersSent) return;
    if (typeof problem.retryAfterSeconds === 'number') void reply.header('retry-after', problem.retryAfterSeconds);
    void reply.status(problem.status).header('content-type', 'application/problem+json').send(problem);
  }
}

/** Enough to find the fault, without what people had written: the message of a refused statement quotes it. */
function whatHappened(error: unknown): Record<string, unknown> {
  const refusal = refusalOf(error);
  if (!(error instanceof Error)) return { error: 'something that is no Error was thrown' };
  const stack = error.stack?.split('\n').filter((line) => line.startsWith('    at '));
  if (refusal) return { error: error.name, ...refusal, stack };
  return { error: error.name, message: error.message, stack };
}
