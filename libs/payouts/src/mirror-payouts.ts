import { Database } from '@app/database';
import { Events } from '@app/delivery';
import type { Sweep } from '@app/kernel';
import { type Payout, StripeGateway } from '@app/stripe';
import { Injectable } from '@nestjs/common';

import { BankPayouts } from './bank-payouts.repository.ts';
import type { Payee } from './payee.entity.ts';
import { Payees } from './payees.repository.ts';
import { NotYetKnown } from './payout.errors.ts';
import { payoutEnded } from './payout.events.ts';
import { PollTimes } from './poll-times.ts';

const POLL_EVERY_MINUTES = 60;
const LOOK_BACK_DAYS = 30;
const DAY_MS = 86_400_000;

/** What Stripe paid out to assistants' banks: told by webhook, and asked about where a webhook seems to be missing. */
@Injectable()
export class MirrorPayouts implements Sweep {
  readonly name = 'payouts.mirror-payouts';
  readonly #polled = new PollTimes(POLL_EVERY_MINUTES);

  constructor(
    private readonly db: Database,
    private readonly stripe: StripeGateway,
    private readonly payees: Payees,
    private readonly payouts: BankPayouts,
    private readonly events: Events,
  ) {}

  /** How many payouts were new or had changed. */
  async run(now: Date): Promise<number> {
    let changed = 0;
    for (const account of await this.payouts.accountsToRead(now))
      if (this.#polled.isDue(account, now)) changed += await this.account(account, now);
    return changed;
  }

  /** The payout of which a webhook told. Throws `NotYetKnown` when its account or a transfer in it is not ours yet. */
  async payout(stripeAccountId: string, payoutId: string): Promise<void> {
    const payee = await this.payeeOf(stripeAccountId);
    await this.mirror(payee, stripeAccountId, await this.stripe.readPayout(stripeAccountId, payoutId));
  }

  nextDueAt(): Promise<Date | null> {
    return this.payouts.nextArrival();
  }

  private async account(stripeAccountId: string, now: Date): Promise<number> {
    const payee = await this.payeeOf(stripeAccountId);
    const since = new Date(now.getTime() - LOOK_BACK_DAYS * DAY_MS);
    let changed = 0;
    for (const payout of await this.stripe.listPayouts(stripeAccountId, since))
      changed += Number(await this.mirror(payee, stripeAccountId, payout));
    return changed;
  }

  private async mirror(payee: Payee, stripeAccountId: string, payout: Payout): Promise<boolean> {
    const contents = payout.byHand ? [] : await this.stripe.listPayoutTransfers(stripeAccountId, payout.id);
    return this.db.transaction(async (tx) => {
      const { changed, moved } = await this.payouts.save(tx, payee.id, payout);
      await this.payouts.setItems(tx, payout.id, contents);
      const ended = moved ? payoutEnded(payout, payee.id) : null;
      if (ended) await this.events.tell(tx, ended);
      return changed;
    });
  }

  private async payeeOf(stripeAccountId: string): Promise<Payee> {
    const payee = await this.payees.findByAccount(stripeAccountId);
    if (!payee) throw new NotYetKnown(`No payee has the account ${stripeAccountId}`);
    return payee;
  }
}
