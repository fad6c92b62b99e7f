import { Invalid } from '@app/kernel';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';

/** Our own requests nest four deep at most. */
const DEEPEST = 12;

/** Refuses what is nested beyond all use before anything walks into it: schemas, logs and copies recurse. */
export function limitDepth(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('preValidation', (request: FastifyRequest, _reply: unknown, done: (refusal?: Error) => void) => {
      const isWebhook = request.url.startsWith('/api/stripe-webhooks/'); // By its signature, over the raw bytes.
      if (isWebhook || isWithin(request.body, DEEPEST)) return done();
      done(new Invalid('body_too_deep', `The body is nested more than ${DEEPEST} deep.`));
    });
}

function isWithin(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return true;
  return levels > 0 && Object.values(value).every((part) => isWithin(part, levels - 1));
}
