import { randomUUIDv7 } from 'node:crypto';

import { type Tx } from '@app/database';
import { Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import type { DomainEvent } from './event.ts';
import { JobQueue } from './job-queue.ts';

/** Tells what happened in the transaction in which it happened: a rollback tells nobody, a commit always tells. */
@Injectable()
export class Events {
  constructor(
    private readonly jobs: JobQueue,
    private readonly clock: Clock,
  ) {}

  /** One job for each handler that subscribed in the migration step. The last line of a verb, before `return`. */
  async tell(tx: Tx, event: DomainEvent): Promise<void> {
    const delivered = { id: randomUUIDv7(), ...event, occurredAt: this.clock.now().toISOString() };
    const subscribed = await tx.query<{ handler: string }[]>(
      `with told as (
         insert into event (id, type, payload, occurred_at) values ($1, $2, $3, $4) returning type
       )
       select s.name as handler from told join pgboss.subscription s on s.event = told.type order by s.name`,
      [delivered.id, delivered.type, JSON.stringify(delivered.payload), delivered.occurredAt],
    );
    for (const { handler } of subscribed) await this.jobs.send(tx, handler, delivered);
  }
}
