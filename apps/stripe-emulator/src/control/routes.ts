import { timingSafeEqual } from 'node:crypto';

import type { FastifyInstance } from 'fastify';

import { ApiError } from '../api/api-error.ts';
import type { Emulator } from '../emulator.ts';
import { acts } from './acts.ts';

/** The control plane: its own paths and its own token, so that no Stripe key opens it. */
export function controlRoutes(app: FastifyInstance, emulator: Emulator, token: string): void {
  app.post<{ Params: { act: string }; Body: Buffer | undefined }>('/_emulator/:act', async (request, reply) => {
    if (!isToken(request.headers.authorization ?? '', token))
      return reply.code(401).send({ error: { message: 'Wrong control token.' } });
    const act = acts[request.params.act];
    if (!act) return reply.code(404).send({ error: { message: `There is no ${request.params.act}.` } });
    try {
      const asked = JSON.parse(request.body?.toString('utf8') || '{}') as never;
      return { result: (await act(emulator, asked)) ?? null };
    } catch (error) {
      const fields =
        error instanceof ApiError ? error.fields : { message: error instanceof Error ? error.message : String(error) };
      if (!(error instanceof ApiError) && !(error instanceof RangeError))
        emulator.log(`control: ${(error as Error).stack}`);
      return reply.code(error instanceof ApiError ? error.status : 400).send({ error: fields });
    }
  });
}

function isToken(authorization: string, token: string): boolean {
  const [given, wanted] = [Buffer.from(authorization), Buffer.from(`Bearer ${token}`)];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
