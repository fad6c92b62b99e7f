import { Database } from '@app/database';
import type { Money, Sweep } from '@app/kernel';
import { Ledger } from '@app/ledger';
import { type BalanceTransaction, type StripeBalance, StripeGateway } from '@app/stripe';
import { Injectable } from '@nestjs/common';

import { transactionSeen } from './balance.journals.ts';
import { PollTimes } from './poll-times.ts';
import { Reconciliations } from './reconciliations.repository.ts';
import { StripeTransactions } from './stripe-transactions.repository.ts';

const POLL_EVERY_MINUTES = 5;
/** Stripe's list may grow behind its end: rows are asked for again for so long. */
const OVERLAP_HOURS = 24;
const HOUR_MS = 3_600_000;
const BATCH = 100;
const THE_BEGINNING = new Date('2020-01-01T00:00:00Z');

/** Stripe's books beside ours: each of its balance transactions gets its journal once, and then both must agree. */
@Injectable()
export class MirrorBalance implements Sweep {
  readonly name = 'payouts.mirror-balance';
  readonly #polled = new PollTimes(POLL_EVERY_MINUTES);

  constructor(
    private readonly db: Database,
    private readonly stripe: StripeGateway,
    private readonly transactions: StripeTransactions,
    private readonly ledger: Ledger,
    private readonly reconciliations: Reconciliations,
  ) {}

  /** Stripe tells nobody of balance transactions, so it is asked every few minutes. How many were new. */
  async run(now: Date): Promise<number> {
    return this.#polled.isDue('balance', now) ? this.read(now) : 0;
  }

  /** A webhook told of this charge or transfer: its transaction is there, unless it has been seen already. */
  async source(sourceId: string, now: Date): Promise<void> {
    if (!(await this.transactions.knowsSource(sourceId))) await this.read(now);
  }

  /** A webhook told of something that moved money a second time, of which a transaction may be known already. */
  async anew(now: Date): Promise<void> {
    await this.read(now);
  }

  nextDueAt(): Promise<Date | null> {
    return Promise.resolve(null);
  }

  private async read(now: Date): Promise<number> {
    const before = held(await this.stripe.readBalance());
    const rows = await this.stripe.listBalanceTransactions({ since: await this.since() });
    const after = held(await this.stripe.readBalance());

    let fresh = 0;
    for (let from = 0; from < rows.length; from += BATCH) fresh += await this.store(rows.slice(from, from + BATCH));

    if (before.cents === after.cents) await this.judge(after, now); // Read while it moved, it says nothing.
    return fresh;
  }

  private async since(): Promise<Date> {
    const newest = await this.transactions.newestAt();
    return newest === null ? THE_BEGINNING : new Date(newest.getTime() - OVERLAP_HOURS * HOUR_MS);
  }

  private store(rows: readonly BalanceTransaction[]): Promise<number> {
    return this.db.transaction(async (tx) => {
      const fresh = await this.transactions.add(tx, rows);
      for (const row of rows) if (fresh.has(row.id)) await this.ledger.post(tx, transactionSeen(row));
      return fresh.size;
    });
  }

  private async judge(stripe: Money, now: Date): Promise<void> {
    const ledger = await this.ledger.balance('stripe_balance');
    await this.db.transaction((tx) => this.reconciliations.add(tx, { stripe, ledger }, now));
  }
}

function held({ available, pending }: StripeBalance): Money {
  return available.plus(pending);
}
