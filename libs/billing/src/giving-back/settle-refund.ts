import { Database, type Tx } from '@app/database';
import { Events } from '@app/delivery';
import { Clock } from '@app/kernel';
import { Ledger } from '@app/ledger';
import type { RefundAtStripe, StripeRefused } from '@app/stripe';
import { Injectable, Logger } from '@nestjs/common';

import { refundArrived, refundFailed as failed } from './giving-back.events.ts';
import { refundAccepted, refundFailed } from './giving-back.journals.ts';
import type { Refund } from './refund.entity.ts';
import { Refunds } from './refunds.repository.ts';

/** Writes down what Stripe said of a refund; of two who heard it, the first. */
@Injectable()
export class SettleRefund {
  readonly #log = new Logger('billing');

  constructor(
    private readonly db: Database,
    private readonly refunds: Refunds,
    private readonly ledger: Ledger,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Stripe took it. What it says of its end is written down with it. */
  sent(claimed: Refund, made: RefundAtStripe): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      const refund = await this.refunds.lock(tx, claimed.id);
      if (refund?.state !== 'sending' || refund.attempt !== claimed.attempt) return false;
      const now = this.clock.now();
      refund.send(made.id, now);
      await tx.save(refund);
      await this.ledger.post(tx, refundAccepted(refund, made.id, now));
      await this.follow(tx, refund, made, now);
      return true;
    });
  }

  /** Nothing was done, and somebody has to see why. */
  refused(claimed: Refund, refusal: StripeRefused): Promise<boolean> {
    this.#log.error(`Refund ${claimed.id} was refused (${refusal.code}): ${refusal.message}`);
    return this.db.transaction(async (tx) => {
      const refund = await this.refunds.lock(tx, claimed.id);
      if (refund?.state !== 'sending' || refund.attempt !== claimed.attempt) return false;
      refund.refuse(refusal.code, this.clock.now());
      await tx.save(refund);
      await this.events.tell(tx, failed(refund));
      return true;
    });
  }

  /** How it stands at Stripe by now. False: nothing new, or about an attempt that is over. */
  read(id: string, seen: RefundAtStripe): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      const refund = await this.refunds.lock(tx, id);
      if (refund?.stripeId !== seen.id) return false;
      const now = this.clock.now();
      refund.readAt = now;
      const moved = await this.follow(tx, refund, seen, now);
      if (!moved) await tx.save(refund);
      return moved;
    });
  }

  private async follow(
    tx: Tx,
    refund: Refund,
    { status, failure, waitsForBalance }: RefundAtStripe,
    now: Date,
  ): Promise<boolean> {
    if (status === 'pending' && refund.state === 'sent') return this.wait(tx, refund, waitsForBalance);
    if (status === 'succeeded' && refund.state === 'sent') {
      refund.arrive(now);
      await tx.save(refund);
      await this.events.tell(tx, refundArrived(refund));
      return true;
    }
    if (status !== 'failed' || (refund.state !== 'sent' && refund.state !== 'arrived')) return false;
    if (refund.stripeId === null) throw new Error(`Refund ${refund.id} was sent without an id`);
    refund.fail(failure ?? 'unknown', now);
    await tx.save(refund);
    await this.ledger.post(tx, refundFailed(refund, refund.stripeId, now));
    await this.events.tell(tx, failed(refund));
    return true;
  }

  /** Staff find it among the refunds that need them: they add to the balance, or wait for the next charge. */
  private async wait(tx: Tx, refund: Refund, forBalance: boolean): Promise<boolean> {
    if (!refund.waitForBalance(forBalance)) return false;
    if (forBalance) this.#log.error(`Refund ${refund.id} waits at Stripe for the platform's balance`);
    await tx.save(refund);
    return true;
  }
}
