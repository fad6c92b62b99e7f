import { Config } from '@app/config';
import { DatabaseModule } from '@app/database';
import { DeliveryModule } from '@app/delivery';
import { Clock } from '@app/kernel';
import { StripeModule } from '@app/stripe';
import { type DynamicModule, type LoggerService, Module } from '@nestjs/common';

import { entities } from './entities.ts';

export interface PlatformOptions {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: LoggerService;
}

/** What every lib may inject without importing it: the settings, the clock, the database, delivery's doors, Stripe. */
@Module({})
export class PlatformModule {
  static connect({ config, clock, log }: PlatformOptions): DynamicModule {
    const url = config.env.DATABASE_URL;
    const doors = [
      { provide: Config, useValue: config },
      { provide: Clock, useValue: clock },
    ];
    return {
      module: PlatformModule,
      global: true,
      imports: [
        DatabaseModule.connect(url, entities),
        DeliveryModule.connect(url, (message) => log.error(message)),
        StripeModule,
      ],
      providers: doors,
      exports: doors.map(({ provide }) => provide),
    };
  }
}
