import { type AssistantDebt, Debts } from '@app/billing';
import { Database } from '@app/database';
import { Clock, Money } from '@app/kernel';
import { StripeGateway, StripeUnclear } from '@app/stripe';
import { Injectable } from '@nestjs/common';

import { type ClaimedReversal, Reversals, type SentWith } from './reversals.repository.ts';

/** How much of a debt can be taken back from the assistant's balance at Stripe: asked once, and then claimed. */
@Injectable()
export class ClaimReversal {
  constructor(
    private readonly db: Database,
    private readonly stripe: StripeGateway,
    private readonly debts: Debts,
    private readonly reversals: Reversals,
    private readonly clock: Clock,
  ) {}

  /** null: there is nothing to take, or not yet. `later`: ask again. */
  async run(debt: AssistantDebt): Promise<ClaimedReversal | 'nothing' | 'later'> {
    const sent = await this.reversals.sentWith(debt.earningId, this.clock.now());
    if (sent === 'sending') return 'later';
    // It never left: a transfer that was refused. The debt is kept back from the next one.
    if (sent === null) return this.claim(debt.id, null, Money.usd(0));
    try {
      return await this.claim(debt.id, sent, await this.reversible(sent));
    } catch (error) {
      if (error instanceof StripeUnclear) return 'later';
      throw error;
    }
  }

  /** Money that has not become theirs to spend goes back as it came; null: no bound. */
  private async reversible({ account, isPending }: SentWith): Promise<Money | null> {
    return isPending ? null : (await this.stripe.readPayeeBalance(account)).available;
  }

  private claim(debtId: string, sent: SentWith | null, reversible: Money | null): Promise<ClaimedReversal | 'nothing'> {
    return this.db.transaction(async (tx) => {
      // The transfer before the debt, as whoever settles a transfer has it.
      const leftOfTransfer = sent === null ? Money.usd(0) : await this.reversals.leftOf(tx, sent.transferId);
      const debt = await this.debts.lock(tx, debtId);
      if (!debt?.wantsReversal) return 'nothing';
      const [open] = (await this.debts.open(tx, debt.assistantId)).filter(({ id }) => id === debtId);
      const bounds = [open?.left.cents ?? 0, leftOfTransfer.cents, ...(reversible === null ? [] : [reversible.cents])];
      const amount = Money.usd(Math.max(0, Math.min(...bounds)));
      if (sent === null || amount.cents === 0) {
        await this.debts.tried(tx, debt);
        return 'nothing';
      }
      const { earningId, assistantId } = debt;
      const { transferId } = sent;
      const claimed = await this.reversals.add(
        tx,
        { debtId, transferId, earningId, assistantId, amount },
        this.clock.now(),
      );
      debt.wantsReversal = false;
      await this.debts.save(tx, debt);
      return claimed;
    });
  }
}
