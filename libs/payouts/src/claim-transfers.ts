import { randomUUIDv7 } from 'node:crypto';

import { Earnings } from '@app/billing';
import { Database, type Tx } from '@app/database';
import { Clock, Money } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import type { ClaimedTransfer } from './claimed-transfer.ts';
import type { Payee } from './payee.entity.ts';
import { Payees } from './payees.repository.ts';
import { type DueEarning, Transfers } from './transfers.repository.ts';

export interface Claimed {
  readonly transfers: readonly ClaimedTransfer[];
  /** How many earnings cannot be sent now. */
  readonly blocked: number;
}

/** Takes what is due to one assistant: a transfer for each charge and release moment, or blocked with its reason. */
@Injectable()
export class ClaimTransfers {
  constructor(
    private readonly db: Database,
    private readonly payees: Payees,
    private readonly transfers: Transfers,
    private readonly earnings: Earnings,
    private readonly clock: Clock,
  ) {}

  run(assistantId: string): Promise<Claimed> {
    return this.db.transaction(async (tx) => {
      // Locked first: whether they can be paid does not change while their money is claimed.
      const payee = await this.payees.lock(tx, assistantId);
      const due = await this.transfers.lockDue(tx, assistantId);
      if (due.length === 0) return { transfers: [], blocked: 0 };
      if (!payee?.payable || payee.stripeAccountId === null) return this.block(tx, payee, due);
      return { transfers: await this.claim(tx, payee.id, payee.stripeAccountId, due), blocked: 0 };
    });
  }

  private async block(tx: Tx, payee: Payee | null, due: readonly DueEarning[]): Promise<Claimed> {
    const reason = payee === null || payee.state === 'onboarding' ? 'payee_not_ready' : 'payee_restricted';
    const ids = due.map(({ id }) => id);
    await this.earnings.move(tx, ids, { from: 'due', to: 'blocked', reason }, this.clock.now());
    return { transfers: [], blocked: due.length };
  }

  private async claim(
    tx: Tx,
    assistantId: string,
    destination: string,
    due: readonly DueEarning[],
  ): Promise<ClaimedTransfer[]> {
    const now = this.clock.now();
    const together = Map.groupBy(due, ({ invoiceId, releasesAt }) => `${invoiceId} ${releasesAt.toISOString()}`);
    const transfers = [...together.values()].map((earnings) => toTransfer(assistantId, destination, earnings, now));
    await this.earnings.move(
      tx,
      due.map(({ id }) => id),
      { from: 'due', to: 'sending' },
      now,
    );
    for (const transfer of transfers) await this.transfers.add(tx, transfer);
    return transfers;
  }
}

function toTransfer(
  assistantId: string,
  destination: string,
  earnings: readonly DueEarning[],
  claimedAt: Date,
): ClaimedTransfer {
  const [{ clientId, invoiceId, chargeId }] = earnings as [DueEarning, ...DueEarning[]];
  return {
    id: randomUUIDv7(),
    assistantId,
    clientId,
    invoiceId,
    chargeId,
    destination,
    amount: Money.sum(earnings.map(({ amount }) => amount)),
    claimedAt,
    items: earnings.map(({ id, lineId, amount }) => ({ earningId: id, lineId, amount })),
  };
}
