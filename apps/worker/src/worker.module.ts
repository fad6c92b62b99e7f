import { Config } from '@app/config';
import { DatabaseModule } from '@app/database';
import { DeliveryModule, type QueueHandler } from '@app/delivery';
import { ExpireOffers, hiringEntities, HiringModule } from '@app/hiring';
import { identityEntities } from '@app/identity';
import { Clock, type Sweep } from '@app/kernel';
import { NotificationsModule } from '@app/notifications';
import { profilesEntities } from '@app/profiles';
import { StripeModule } from '@app/stripe';
import { type DynamicModule, type LoggerService, Module, type Type } from '@nestjs/common';
import type { EntityTarget, ObjectLiteral } from 'typeorm';

import { OnAccountRegistered } from './identity/on-account-registered.ts';
import { OnRegistrationRepeated } from './identity/on-registration-repeated.ts';
import { OnVerificationRequested } from './identity/on-verification-requested.ts';

export type Handler = QueueHandler & { readonly event: string };

/** The modules of the libs whose verbs the worker calls. */
export const features: NonNullable<DynamicModule['imports']> = [HiringModule, NotificationsModule];

export const entities: EntityTarget<ObjectLiteral>[] = [...identityEntities, ...profilesEntities, ...hiringEntities];

/** What time makes due, in the order in which one makes the next due. */
export const sweeps: readonly Type<Sweep>[] = [ExpireOffers];

/** What events mean to whom. Each has its line in `subscriptions.ts`. */
export const handlers: readonly Type<Handler>[] = [
  OnAccountRegistered,
  OnVerificationRequested,
  OnRegistrationRepeated,
];

export interface WorkerPlatform {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: LoggerService;
}

/** The libs, and the handlers of their events, on what every process stands on. */
@Module({})
export class WorkerModule {
  static compose({ config, clock, log }: WorkerPlatform): DynamicModule {
    const url = config.env.DATABASE_URL;
    const platform = [
      { provide: Config, useValue: config },
      { provide: Clock, useValue: clock },
    ];
    return {
      module: WorkerModule,
      global: true,
      imports: [
        DatabaseModule.connect(url, entities),
        DeliveryModule.connect(url, (message) => log.error(message)),
        StripeModule,
        ...features,
      ],
      providers: [...platform, ...handlers],
      exports: platform.map(({ provide }) => provide),
    };
  }
}
