import type { Config } from '@app/config';
import { Clock } from '@app/kernel';
import { ConsoleLogger, type LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';

import { ApiModule } from './api.module.ts';

export interface ApiOptions {
  readonly config: Config;
  /** The real one unless a story moves its own. */
  readonly clock?: Clock;
  readonly log?: LoggerService;
  /** Instead of `PORT`; 0 takes a free one. */
  readonly port?: number;
}

export interface RunningApi {
  /** Where it listens, without a slash at the end. */
  readonly url: string;
  readonly app: NestFastifyApplication;
  stop(): Promise<void>;
}

/** The whole api, listening. In one process with a story, or alone from main.ts. */
export async function startApi({
  config,
  clock = new Clock(),
  log = new ConsoleLogger(),
  port = config.env.PORT,
}: ApiOptions): Promise<RunningApi> {
  const app = await NestFactory.create<NestFastifyApplication>(
    ApiModule.compose({ config, clock, log }),
    new FastifyAdapter({ bodyLimit: 1_048_576 }),
    { logger: log, rawBody: true, abortOnError: false },
  );
  app.setGlobalPrefix('api', { exclude: ['healthz'] });
  await app.listen(port, '0.0.0.0');
  return { url: `http://localhost:${new URL(await app.getUrl()).port}`, app, stop: () => app.close() };
}
