import { randomUUIDv7 } from 'node:crypto';

import { type BlockedReason, Debts, Earnings } from '@app/billing';
import { Database, type Tx } from '@app/database';
import { Clock, Money } from '@app/kernel';
import { Standings } from '@app/profiles';
import { Injectable } from '@nestjs/common';

import type { ClaimedTransfer } from './claimed-transfer.ts';
import { OpenDebts } from './open-debts.ts';
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
    private readonly debts: Debts,
    private readonly standings: Standings,
    private readonly clock: Clock,
  ) {}

  run(assistantId: string): Promise<Claimed> {
    return this.db.transaction(async (tx) => {
      // Locked first: whether they can be paid does not change while their money is claimed.
      const payee = await this.payees.lock(tx, assistantId);
      const due = await this.transfers.lockDue(tx, assistantId);
      if (due.length === 0) return { transfers: [], blocked: 0 };
      if (!payee?.payable || payee.stripeAccountId === null) return this.block(tx, whyNotPayable(payee), due);
      if ((await this.standings.ofPerson(assistantId, tx)).payoutsSuspendedAt) return this.block(tx, 'hold', due);
      return { transfers: await this.claim(tx, payee.id, payee.stripeAccountId, due), blocked: 0 };
    });
  }

  private async block(tx: Tx, reason: BlockedReason, due: readonly DueEarning[]): Promise<Claimed> {
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
    const inOrder = due.toSorted((a, b) => a.releasesAt.getTime() - b.releasesAt.getTime());
    const together = Map.groupBy(inOrder, ({ invoiceId, releasesAt }) => `${invoiceId} ${releasesAt.toISOString()}`);
    const debts = new OpenDebts(await this.debts.open(tx, assistantId));
    const transfers = [...together.values()].map((earnings) =>
      toTransfer(assistantId, destination, earnings, debts, now),
    );
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

function whyNotPayable(payee: Payee | null): BlockedReason {
  return payee === null || payee.state === 'onboarding' ? 'payee_not_ready' : 'payee_restricted';
}

function toTransfer(
  assistantId: string,
  destination: string,
  earnings: readonly DueEarning[],
  debts: OpenDebts,
  claimedAt: Date,
): ClaimedTransfer {
  const earned = Money.sum(earnings.map(({ amount }) => amount));
  const recoveries = debts.keepBack(earned);
  const [{ clientId, invoiceId, chargeId }] = earnings as [DueEarning, ...DueEarning[]];
  return {
    id: randomUUIDv7(),
    assistantId,
    clientId,
    invoiceId,
    chargeId,
    destination,
    amount: earned.minus(Money.sum(recoveries.map(({ amount }) => amount))),
    recoveries,
    claimedAt,
    items: earnings.map(({ id, lineId, amount }) => ({ earningId: id, lineId, amount })),
  };
}
