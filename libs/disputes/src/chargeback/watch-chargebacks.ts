import { Database } from '@app/database';
import { Events } from '@app/delivery';
import { Clock, type Sweep } from '@app/kernel';
import { StripeGateway } from '@app/stripe';
import { Injectable, Logger } from '@nestjs/common';

import { Chargeback } from './chargeback.entity.ts';
import { chargebackDueSoon } from './chargeback.events.ts';
import { ObserveChargeback } from './observe-chargeback.ts';

const LIST_EVERY_HOURS = 1;
/** New ones, whose webhooks may have been lost. */
const LIST_BACK_DAYS = 3;
const REMIND_BEFORE_DAYS = 3;
const HOUR_MS = 3_600_000;

/** What no webhook told: chargebacks that are new, that moved on, or whose time to answer runs out. */
@Injectable()
export class WatchChargebacks implements Sweep {
  readonly name = 'disputes.watch-chargebacks';
  readonly #log = new Logger('disputes');
  #listedAt: Date | null = null;

  constructor(
    private readonly db: Database,
    private readonly stripe: StripeGateway,
    private readonly observe: ObserveChargeback,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** How many there was news of. */
  async run(now: Date): Promise<number> {
    return (await this.listed(now)) + (await this.unseen()) + (await this.remind(now));
  }

  async nextDueAt(): Promise<Date | null> {
    const [{ at }] = await this.db.reader.query<[{ at: Date | null }]>(
      `select min(due_by) - make_interval(days => $1) as at from chargeback
        where state in ('inquiry', 'needs_response') and reminded_at is null and submissions = 0`,
      [REMIND_BEFORE_DAYS],
    );
    return at;
  }

  /** Every hour: the latest, and those that are not over. */
  private async listed(now: Date): Promise<number> {
    if (this.#listedAt !== null && now.getTime() - this.#listedAt.getTime() < LIST_EVERY_HOURS * HOUR_MS) return 0;
    const since = new Date(now.getTime() - LIST_BACK_DAYS * 24 * HOUR_MS);
    let news = 0;
    for (const read of await this.stripe.listDisputes({ since })) {
      const learnt = await this.observe.learn(read);
      if (learnt === 'unknown') this.#log.warn(`Dispute ${read.id} is about a charge that paid no invoice`);
      news += Number(learnt === 'news');
    }
    const open = await this.db.reader.query<Told[]>(
      `select stripe_id as "stripeId" from chargeback where state in ('inquiry', 'needs_response', 'under_review') and opened_at < $1`,
      [since],
    );
    news += await this.reread(
      [...open, ...(await this.db.reader.query<Told[]>(UNHEARD))].map(({ stripeId }) => stripeId),
    );
    this.#listedAt = now;
    return news;
  }

  /** Stripe's balance knows of money that our row does not: it was lost or won without a word. */
  private async unseen(): Promise<number> {
    const moved = await this.db.reader.query<Told[]>(UNSEEN);
    return this.reread(moved.map(({ stripeId }) => stripeId));
  }

  private async reread(stripeIds: readonly string[]): Promise<number> {
    let news = 0;
    for (const stripeId of stripeIds) {
      const learnt = await this.observe.learn(await this.stripe.readDispute(stripeId));
      news += Number(learnt === 'news');
    }
    return news;
  }

  private async remind(now: Date): Promise<number> {
    const due = await this.db.reader.query<{ id: string }[]>(
      `select id from chargeback where state in ('inquiry', 'needs_response') and reminded_at is null and submissions = 0
          and due_by <= $1::timestamptz + make_interval(days => $2) order by due_by, id`,
      [now, REMIND_BEFORE_DAYS],
    );
    for (const { id } of due)
      await this.db.transaction(async (tx) => {
        const chargeback = await tx.findOneOrFail(Chargeback, {
          where: { id },
          lock: { mode: 'for_no_key_update' },
        });
        if (chargeback.remindedAt !== null || chargeback.dueBy === null) return;
        chargeback.remindedAt = this.clock.now();
        await tx.save(chargeback);
        await this.events.tell(tx, chargebackDueSoon(chargeback, chargeback.dueBy));
      });
    return due.length;
  }
}

interface Told {
  readonly stripeId: string;
}

/** Movements of a dispute's money, and what our row says of their sum. */
const UNSEEN = `
  select p.stripe_id as "stripeId"
    from posting p join journal j on j.id = p.journal_id join chargeback c on c.stripe_id = p.stripe_id
   where p.account = 'chargeback_held' and j.kind in ('J14', 'J15')
   group by p.stripe_id, c.out_cents having sum(p.amount_cents) <> c.out_cents`;

/** Those of a dispute that nobody told us of. */
const UNHEARD = `
  select distinct p.stripe_id as "stripeId" from posting p
   where p.account = 'chargeback_held' and not exists (select from chargeback c where c.stripe_id = p.stripe_id)`;
