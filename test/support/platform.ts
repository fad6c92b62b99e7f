import { Config } from '@app/config';
import { Database, DatabaseModule } from '@app/database';
import { DeliveryModule } from '@app/delivery';
import { Clock, ManualClock } from '@app/kernel';
import { Global, Module, type ModuleMetadata, type Provider, type Type } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { Client } from 'pg';
import type { EntityTarget, ObjectLiteral } from 'typeorm';

import { Arrange } from './arrange.ts';
import { testConfig } from './config.ts';
import { testDatabase } from './database.ts';

export interface TestPlatform {
  get<T>(token: Type<T> | (abstract new (...args: never[]) => T)): T;
  readonly db: Database;
  readonly clock: ManualClock;
  /** A connection with the owner's rights, to arrange and to look. */
  readonly owner: Client;
  readonly arrange: Arrange;
  readonly config: Config;
  /** Back to what the migrations wrote, between tests. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

interface Wanted {
  imports: NonNullable<ModuleMetadata['imports']>;
  entities: EntityTarget<ObjectLiteral>[];
  /** The instant at which the clock stands. */
  now: string;
  /** Global providers on top, such as a StripeGateway that talks to a local Stripe. */
  providers?: Provider[];
  settings?: Partial<Config['env']>;
}

/** The modules of some libs on this worker's own database, with everything global that a process gives them. */
export async function testPlatform({
  imports,
  entities,
  now,
  providers = [],
  settings = {},
}: Wanted): Promise<TestPlatform> {
  const database = await testDatabase();
  const clock = new ManualClock(new Date(now));
  const config = testConfig({ DATABASE_URL: database.url, ...settings });
  const global = [{ provide: Clock, useValue: clock }, { provide: Config, useValue: config }, ...providers];

  @Global()
  @Module({ providers: global, exports: global })
  class World {}

  const app = await Test.createTestingModule({
    imports: [
      World,
      DatabaseModule.connect(database.url, entities),
      DeliveryModule.connect(database.url, fail),
      ...imports,
    ],
  }).compile();
  app.enableShutdownHooks([]);
  await app.init();
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();

  return {
    get: (token) => app.get(token, { strict: false }),
    db: app.get(Database),
    clock,
    owner,
    config,
    arrange: new Arrange(owner, clock),
    reset: () => database.reset(),
    close: async () => {
      await owner.end();
      await app.close();
    },
  };
}

function fail(message: string): void {
  process.stderr.write(`${message}\n`);
}
