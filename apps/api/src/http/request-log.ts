import type { LoggerService } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** A line a request, for debugging: the route and not the address, which may hold somebody's id or token. */
export function logRequests(app: NestFastifyApplication, log: LoggerService): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onResponse', (request: FastifyRequest, reply: FastifyReply, done: () => void) => {
      const { method, routeOptions } = request;
      const ms = Math.ceil(reply.elapsedTime);
      log.debug?.({ method, route: routeOptions.url ?? 'none', status: reply.statusCode, ms });
      done();
    });
}
