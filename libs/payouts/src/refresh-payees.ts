import { Database } from '@app/database';
import { Events } from '@app/delivery';
import { type Sweep } from '@app/kernel';
import { Standings } from '@app/profiles';
import { StripeGateway } from '@app/stripe';
import { Injectable } from '@nestjs/common';

import { Payees } from './payees.repository.ts';
import { NotYetKnown } from './payout.errors.ts';
import { payeeChanged } from './payout.events.ts';
import { PollTimes } from './poll-times.ts';
import { UnblockEarnings } from './unblock-earnings.ts';

const POLL_EVERY_MINUTES = 60;

/** Follows what Stripe says of payees: told by webhook, and asked about those that it does not pay, since webhooks get lost. */
@Injectable()
export class RefreshPayees implements Sweep {
  readonly name = 'payouts.refresh-payees';
  readonly #polled = new PollTimes(POLL_EVERY_MINUTES);

  constructor(
    private readonly db: Database,
    private readonly payees: Payees,
    private readonly stripe: StripeGateway,
    private readonly standings: Standings,
    private readonly unblocking: UnblockEarnings,
    private readonly events: Events,
  ) {}

  async run(now: Date): Promise<number> {
    let changed = 0;
    for (const { id, stripeAccountId } of await this.payees.unsettled())
      if (this.#polled.isDue(id, now)) changed += await this.refresh(id, stripeAccountId, now);
    return changed;
  }

  /** The account of which a webhook told. Throws `NotYetKnown` while its payee is still being made. */
  async account(stripeAccountId: string, now: Date): Promise<void> {
    const payee = await this.payees.findByAccount(stripeAccountId);
    if (!payee) throw new NotYetKnown(`No payee has the account ${stripeAccountId}`);
    await this.refresh(payee.id, stripeAccountId, now);
  }

  nextDueAt(): Promise<Date | null> {
    return Promise.resolve(null);
  }

  /** How many things changed: the payee's state, and the earnings that it let go. */
  private async refresh(id: string, stripeAccountId: string, now: Date): Promise<number> {
    const account = await this.stripe.readPayee(stripeAccountId);
    return this.db.transaction(async (tx) => {
      const payee = await this.payees.lock(tx, id);
      if (!payee) return 0;
      const changed = payee.follow(account, now);
      const unblocked = payee.payable ? await this.unblocking.forPayee(tx, id, now) : 0;
      if (!changed) return unblocked;
      await this.payees.save(tx, payee);
      await this.standings.setPayable(tx, id, payee.payable);
      await this.events.tell(tx, payeeChanged(payee));
      return unblocked + 1;
    });
  }
}
