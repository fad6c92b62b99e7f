import { type BlockedReason, Debts, Earnings } from '@app/billing';
import { Database, type Tx } from '@app/database';
import { Events } from '@app/delivery';
import { Clock } from '@app/kernel';
import { Ledger } from '@app/ledger';
import type { StripeRefused } from '@app/stripe';
import { Injectable, Logger } from '@nestjs/common';

import type { ClaimedTransfer } from './claimed-transfer.ts';
import { debtTaken } from './payout.events.ts';
import { debtRecovered, transferAccepted } from './transfer.journals.ts';
import { Transfers } from './transfers.repository.ts';

/** Writes down what Stripe said of a transfer; of two who heard it, the first. */
@Injectable()
export class SettleTransfer {
  readonly #log = new Logger('payouts');

  constructor(
    private readonly db: Database,
    private readonly transfers: Transfers,
    private readonly earnings: Earnings,
    private readonly debts: Debts,
    private readonly ledger: Ledger,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  sent(transfer: ClaimedTransfer, stripeId: string): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      if (!(await this.transfers.isClaimed(tx, transfer.id))) return false;
      const now = this.clock.now();
      await this.transfers.sent(tx, transfer.id, stripeId, now);
      await this.earnings.move(tx, earningsOf(transfer), { from: 'sending', to: 'sent' }, now);
      if (transfer.recoveries.length > 0) await this.keepBack(tx, transfer, now);
      return this.ledger.post(tx, transferAccepted(transfer, stripeId, now));
    });
  }

  private async keepBack(tx: Tx, transfer: ClaimedTransfer, now: Date): Promise<void> {
    const recovered = [];
    for (const { debtId, amount } of transfer.recoveries) {
      const debt = await this.debts.recovered(tx, debtId, amount, now);
      recovered.push({ debt, amount });
      await this.events.tell(tx, debtTaken(debt, 'transfer', amount));
    }
    await this.ledger.post(tx, debtRecovered(transfer, recovered, now));
  }

  /** The earnings wait, blocked, for what keeps Stripe from sending them: tried again at once they would only be refused again. */
  refused(transfer: ClaimedTransfer, refusal: StripeRefused): Promise<boolean> {
    const reason = reasonOf(refusal);
    this.#log.error(`Transfer ${transfer.id} was refused (${refusal.code}): ${refusal.message}`);
    return this.db.transaction(async (tx) => {
      if (!(await this.transfers.isClaimed(tx, transfer.id))) return false;
      const now = this.clock.now();
      await this.transfers.failed(tx, transfer.id, `${refusal.code}: ${refusal.message}`, now);
      await this.earnings.move(tx, earningsOf(transfer), { from: 'sending', to: 'due' }, now);
      await this.earnings.move(tx, earningsOf(transfer), { from: 'due', to: 'blocked', reason }, now);
      return true;
    });
  }
}

function earningsOf({ items }: ClaimedTransfer): string[] {
  return items.map(({ earningId }) => earningId);
}

/** What nobody foresaw is held until somebody has looked at it. */
function reasonOf({ code }: StripeRefused): BlockedReason {
  if (code === 'balance_insufficient') return 'platform_balance';
  return /capabilit|account|destination/.test(code) ? 'payee_restricted' : 'hold';
}
