import {
  type DynamicModule,
  Inject,
  Module,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';

import { Effects } from './effects.ts';
import { Events } from './events.ts';
import { FailedJobs } from './failed-jobs.ts';
import { IdempotencyKeys } from './idempotency-keys.ts';
import { JobQueue } from './job-queue.ts';
import { Live } from './live.ts';
import { WebhookInbox } from './webhook-inbox.ts';

@Module({})
export class DeliveryModule implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(@Inject(JobQueue) private readonly jobs: JobQueue) {}

  static connect(url: string, log: (message: string) => void): DynamicModule {
    const doors = [Events, Effects, IdempotencyKeys, WebhookInbox, FailedJobs, Live];
    return {
      module: DeliveryModule,
      global: true,
      providers: [{ provide: JobQueue, useFactory: () => new JobQueue(url, log) }, ...doors],
      exports: [JobQueue, ...doors],
    };
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.jobs.stop();
  }
}
