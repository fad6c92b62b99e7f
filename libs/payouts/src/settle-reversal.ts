import { type AssistantDebt, Debts, Earnings } from '@app/billing';
import { Database, type Tx } from '@app/database';
import { Events } from '@app/delivery';
import { Clock } from '@app/kernel';
import { Ledger } from '@app/ledger';
import type { StripeRefused } from '@app/stripe';
import { Injectable, Logger } from '@nestjs/common';

import { debtTaken, reversalRefused } from './payout.events.ts';
import { reversalAccepted } from './reversal.journals.ts';
import { type ClaimedReversal, Reversals } from './reversals.repository.ts';

/** Writes down what Stripe said of a reversal; of two who heard it, the first. The client's refund waits for neither answer longer. */
@Injectable()
export class SettleReversal {
  readonly #log = new Logger('payouts');

  constructor(
    private readonly db: Database,
    private readonly reversals: Reversals,
    private readonly debts: Debts,
    private readonly earnings: Earnings,
    private readonly ledger: Ledger,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  sent(reversal: ClaimedReversal, stripeId: string): Promise<boolean> {
    return this.once(reversal, async (tx, debt, now) => {
      await this.reversals.sent(tx, reversal, stripeId, now);
      await this.ledger.post(tx, reversalAccepted(reversal, debt, stripeId, now));
      debt.reverse(reversal.amount, now);
      await this.moveEarning(tx, reversal.earningId, now);
      await this.events.tell(tx, debtTaken(debt, 'reversal', reversal.amount));
    });
  }

  /** The debt stays, to be kept back from later transfers. */
  refused(reversal: ClaimedReversal, refusal: StripeRefused): Promise<boolean> {
    this.#log.error(`Reversal ${reversal.id} was refused (${refusal.code}): ${refusal.message}`);
    return this.once(reversal, async (tx, _, now) => {
      await this.reversals.refused(tx, reversal, refusal.code, now);
      await this.events.tell(tx, reversalRefused(reversal, refusal.code));
    });
  }

  private once(
    reversal: ClaimedReversal,
    work: (tx: Tx, debt: AssistantDebt, now: Date) => Promise<void>,
  ): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      if (!(await this.reversals.isClaimed(tx, reversal))) return false;
      const debt = await this.debts.lock(tx, reversal.debtId);
      if (!debt) throw new Error(`Reversal ${reversal.id} is of no debt`);
      await work(tx, debt, this.clock.now());
      await this.debts.tried(tx, debt);
      return true;
    });
  }

  private async moveEarning(tx: Tx, id: string, now: Date): Promise<void> {
    const [earning] = await this.earnings.lock(tx, [id]);
    if (!earning) throw new Error(`There is no earning ${id}`);
    const all = (await this.reversals.ofEarning(tx, id)).cents >= earning.amountCents.cents;
    const to = all ? 'reversed' : 'part_reversed';
    if (earning.state !== to) await this.earnings.move(tx, [id], { from: earning.state, to }, now);
  }
}
