import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

import fastifyCompress from '@fastify/compress';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';

const INDEX = 'index.html';
const NOT_BUILT = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Kontor</title>
<h1>Kontor</h1><p>The web app is not built. The api answers under <a href="/api/docs">/api</a>.</p>`;

/** The built web app: its files, and its one page for every address that people open and the api does not know. */
export async function serveWeb(app: NestFastifyApplication, folder: string | undefined): Promise<void> {
  const root = resolve(folder ?? 'dist/apps/web');
  const isBuilt = existsSync(resolve(root, INDEX));
  const fastify = app.getHttpAdapter().getInstance();
  if (isBuilt) await app.register(fastifyStatic, { root, serve: false });
  // Files alone: a compressed answer of the api would tell by its length what is in it.
  await app.register(fastifyCompress, { global: false });

  fastify.get('/*', { compress: {} }, (request: FastifyRequest, reply: FastifyReply) => {
    const path = new URL(request.url, 'http://localhost').pathname;
    if (path === '/api' || path.startsWith('/api/')) return reply.callNotFound();
    if (isBuilt && /\.\w+$/.test(path)) return sendFile(reply, path);
    if (!request.headers.accept?.includes('text/html')) return reply.callNotFound();
    if (!isBuilt) return reply.type('text/html; charset=utf-8').send(NOT_BUILT);
    return reply.sendFile(INDEX, { cacheControl: false }).header('cache-control', 'no-cache');
  });
}

/** The build names everything under assets/ by its content: it never changes. */
function sendFile(reply: FastifyReply, path: string): FastifyReply {
  const forever = path.startsWith('/assets/');
  return reply.sendFile(path, forever ? { maxAge: '365d', immutable: true } : { maxAge: 0 });
}
