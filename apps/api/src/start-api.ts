import fastifyCookie from '@fastify/cookie';
import type { Config } from '@app/config';
import { Clock, ManualClock } from '@app/kernel';
import type { LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';

import { ApiModule } from './api.module.ts';
import { limitDepth } from './http/body-depth.ts';
import { refuseAddress } from './http/framework-errors.ts';
import { JsonLog } from './http/json-log.ts';
import { describeApi } from './http/open-api.ts';
import { logRequests } from './http/request-log.ts';
import { secure } from './http/security.ts';
import { takeUploads } from './http/uploaded-file.ts';
import { serveWeb } from './http/web.ts';

/** A CSV of a long history is the largest body there is: it comes as text in JSON. */
const LARGEST_BODY_BYTES = 1_048_576;

export interface ApiOptions {
  readonly config: Config;
  /** The one of the settings unless a story moves its own. */
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
export async function startApi(options: ApiOptions): Promise<RunningApi> {
  const app = await createApi(options);
  await app.listen(options.port ?? options.config.env.PORT, '::');
  return { url: `http://localhost:${new URL(await app.getUrl()).port}`, app, stop: () => app.close() };
}

/** Put together and not listening yet: its routes can be looked at. `close()` it. */
export async function createApi({
  config,
  clock = clockOf(config),
  log = new JsonLog(config.env.LOG_LEVEL, 'api'),
}: ApiOptions): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(
    ApiModule.compose({ config, clock, log }),
    new FastifyAdapter({
      bodyLimit: LARGEST_BODY_BYTES,
      forceCloseConnections: 'idle',
      frameworkErrors: refuseAddress,
      trustProxy: config.env.TRUSTED_PROXIES ?? false,
    }),
    { logger: log, rawBody: true, abortOnError: false, autoFlushLogs: true },
  );
  logRequests(app, log);
  secure(app, config);
  limitDepth(app);
  await app.register(fastifyCookie);
  await takeUploads(app);
  app.setGlobalPrefix('api', { exclude: ['healthz'] });
  describeApi(app);
  await serveWeb(app, config.env.WEB_DIST);
  await app.init();
  // JSON alone: a form of another site can send the others without asking first.
  app.getHttpAdapter().getInstance().removeContentTypeParser(['text/plain', 'application/x-www-form-urlencoded']);
  return app;
}

function clockOf({ env }: Config): Clock {
  return env.CLOCK === 'real' ? new Clock() : new ManualClock(new Date(env.CLOCK));
}
