import { Database } from '@app/database';
import { Events } from '@app/delivery';
import type { Sweep } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { offersExpired } from './contract.events.ts';

/** Offers that nobody answered in time. */
@Injectable()
export class ExpireOffers implements Sweep {
  readonly name = 'hiring.expire-offers';

  constructor(
    private readonly db: Database,
    private readonly events: Events,
  ) {}

  run(now: Date): Promise<number> {
    return this.db.transaction(async (tx) => {
      // Skips an offer that somebody is answering: the next run finds it if they did not.
      const expired = await tx.query<{ id: string }[]>(
        `with due as (
           select id from contract where state = 'offered' and offer_expires_at <= $1 order by id for no key update skip locked
         ), expired as (
           update contract c set state = 'expired', state_at = $1 from due where c.id = due.id and c.state = 'offered'
           returning c.id
         )
         select id from expired order by id`,
        [now],
      );
      if (expired.length > 0) await this.events.tell(tx, offersExpired(expired.map(({ id }) => id)));
      return expired.length;
    });
  }

  async nextDueAt(): Promise<Date | null> {
    const [next] = await this.db.reader.query<{ at: Date | null }[]>(
      `select min(offer_expires_at) as at from contract where state = 'offered'`,
    );
    return next?.at ?? null;
  }
}
