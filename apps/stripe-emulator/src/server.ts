import type { AddressInfo } from 'node:net';

import fastify, { type FastifyReply, type FastifyRequest } from 'fastify';

import { answer } from './api/answer.ts';
import type { Method } from './api/operation.ts';
import { controlRoutes } from './control/routes.ts';
import type { Emulator } from './emulator.ts';
import { hostedPages } from './pages/routes.ts';

const LARGEST_BODY_BYTES = 16 * 1024 * 1024;

/** Serves the API, the hosted pages and the control plane on one port. */
export async function listen(
  emulator: Emulator,
  { host, port, controlToken }: { host: string; port: number; controlToken: string },
): Promise<{ port: number; close: () => Promise<void> }> {
  const app = fastify({ bodyLimit: LARGEST_BODY_BYTES, forceCloseConnections: true });
  // Bodies stay bytes: the API decodes forms by Stripe's rules, and files by their parts.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.addHook('onResponse', () => emulator.sender.wake());

  const api = (request: FastifyRequest, reply: FastifyReply) => serve(emulator, request, reply);
  app.route({ method: ['GET', 'POST', 'DELETE'], url: '/v1/*', handler: api });
  app.route({ method: ['GET', 'POST', 'DELETE'], url: '/v2/*', handler: api });
  controlRoutes(app, emulator, controlToken);
  hostedPages(app, emulator);

  await app.listen({ host, port });
  const bound = (app.server.address() as AddressInfo).port;
  emulator.url = `http://${host}:${bound}`;
  emulator.sender.wake();
  return { port: bound, close: () => app.close() };
}

async function serve(emulator: Emulator, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const said = await answer(emulator, {
    method: request.method as Method,
    url: request.url,
    headers: request.headers,
    rawBody: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
  });
  if (said.status === 0) {
    reply.hijack();
    request.raw.socket.destroy();
    emulator.sender.wake();
    return;
  }
  await reply.code(said.status).headers(said.headers).send(said.body);
}
