import { Database, type Tx } from '@app/database';
import { Injectable } from '@nestjs/common';

import type { DeliveredEvent } from './event.ts';

/** Jobs arrive at least once; what they do is done once. */
@Injectable()
export class Effects {
  constructor(private readonly db: Database) {}

  /** Runs `work` with the record that `handler` saw the event, in one transaction. False: it was seen before. */
  once(
    handler: string,
    event: DeliveredEvent,
    work: (tx: Tx) => Promise<void> = async () => undefined,
  ): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      const fresh = await tx.query<unknown[]>(
        `insert into event_effect (handler, event_id) values ($1, $2) on conflict do nothing returning event_id`,
        [handler, event.id],
      );
      if (fresh.length === 0) return false;
      await work(tx);
      return true;
    });
  }

  /**
   * For what leaves the process, such as a mail: does it, then records it. A crash between the two does it twice,
   * which is better than not at all. False: it was done before.
   */
  async atLeastOnce(handler: string, event: DeliveredEvent, work: () => Promise<void>): Promise<boolean> {
    const done = await this.db.reader.query<unknown[]>(
      `select from event_effect where handler = $1 and event_id = $2`,
      [handler, event.id],
    );
    if (done.length > 0) return false;
    await work();
    return this.once(handler, event);
  }
}
