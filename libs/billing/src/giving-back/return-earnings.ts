import { randomUUIDv7 } from 'node:crypto';

import type { Tx } from '@app/database';
import { Money } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { Earning } from '../earning.entity.ts';
import { Earnings } from '../earnings.repository.ts';
import { AssistantDebt } from './assistant-debt.entity.ts';
import { BilledLines } from './billed-lines.repository.ts';
import type { Cause, GiveBackCauseKind } from './cause.ts';
import { Debts } from './debts.repository.ts';
import { SplitEarning } from './split-earning.ts';
import { type Borne, CAME_BACK, type LineToBear, quantityWorth } from './take-earnings.ts';

/** The opposite of `TakeEarnings`: what an assistant bore comes back to them. The journal is the caller's. */
@Injectable()
export class ReturnEarnings {
  constructor(
    private readonly lines: BilledLines,
    private readonly split: SplitEarning,
    private readonly earnings: Earnings,
    private readonly debts: Debts,
  ) {}

  /** Whether Stripe is being asked, at this moment, to take or keep back any of it: then its answer is waited for. */
  async isBeingTaken(tx: Tx, cause: Cause<GiveBackCauseKind>): Promise<boolean> {
    const debts = await tx.find(AssistantDebt, {
      where: { causeKind: cause.kind, causeId: cause.id },
      order: { id: 'ASC' },
      lock: { mode: 'for_no_key_update' },
    });
    for (const { id, assistantId, left, closedAt } of debts) {
      if (closedAt !== null) continue;
      const open = (await this.debts.open(tx, assistantId)).find((each) => each.id === id);
      if (open?.left.cents !== left.cents) return true;
    }
    return false;
  }

  /**
   * At most the amount: what is unpaid is held again, what is owed is owed no longer, and what was taken for it already
   * is earned anew. `by` said once that the assistant bears it.
   */
  async run(tx: Tx, { lineId, amount, cause }: LineToBear, by: string, now: Date): Promise<Borne[]> {
    const unpaid = await this.payAgain(tx, lineId, amount, now);
    const left = amount.minus(Money.sum(unpaid.map((part) => part.amount)));
    return [...unpaid, ...(await this.forgive(tx, lineId, cause, left, by, now))];
  }

  private async payAgain(tx: Tx, lineId: string, amount: Money, now: Date): Promise<Borne[]> {
    const { line } = await this.lines.lock(tx, lineId);
    const unpaid = await tx.find(Earning, { where: { lineId, state: 'unpaid' }, order: { id: 'ASC' } });
    const paid: Borne[] = [];
    let left = amount;
    for (const earning of unpaid) {
      const quantity = quantityWorth(line, earning, left);
      if (quantity === 0) continue;
      const part = await this.split.run(tx, earning, line, quantity, now);
      await this.earnings.move(tx, [part.id], { from: 'unpaid', to: 'held' }, now);
      paid.push({ account: 'earnings_held', earningId: part.id, amount: part.amountCents });
      left = left.minus(part.amountCents);
    }
    return paid;
  }

  private async forgive(
    tx: Tx,
    lineId: string,
    { kind: causeKind, id: causeId }: Cause<GiveBackCauseKind>,
    amount: Money,
    by: string,
    now: Date,
  ): Promise<Borne[]> {
    const debts = await tx.find(AssistantDebt, { where: { lineId, causeKind, causeId }, order: { id: 'ASC' } });
    const parts: Borne[] = [];
    let left = amount;
    for (const debt of debts) {
      const owed = smaller(debt.left, left);
      if (owed.cents > 0) {
        await this.writeOff(tx, debt, owed, by, now);
        parts.push({ account: 'assistant_debt', earningId: debt.earningId, amount: owed });
        left = left.minus(owed);
      }
      const taken = smaller(await this.takenAndKept(tx, debt), left);
      if (taken.cents === 0) continue;
      parts.push({ account: 'earnings_held', earningId: await this.earnAnew(tx, debt, taken, now), amount: taken });
      left = left.minus(taken);
    }
    return parts;
  }

  private async writeOff(tx: Tx, debt: AssistantDebt, amount: Money, by: string, now: Date): Promise<void> {
    debt.forgive(amount, now);
    await this.debts.save(tx, debt);
    await tx.query(
      `insert into debt_write_off (id, debt_id, amount_cents, reason_code, written_off_by, at) values ($1, $2, $3, $4, $5, $6)`,
      [randomUUIDv7(), debt.id, amount.cents, CAME_BACK, by, now],
    );
  }

  /** What came of a debt, by a reversal or out of later transfers, and has not been earned anew. */
  private async takenAndKept(tx: Tx, { id, reversedCents, recoveredCents }: AssistantDebt): Promise<Money> {
    const [{ cents }] = await tx.query<[{ cents: string }]>(
      `select coalesce(sum(amount_cents), 0) as cents from earning where returns_debt_id = $1`,
      [id],
    );
    return reversedCents.plus(recoveredCents).minus(Money.usd(Number(cents)));
  }

  /** Paid, reviewed and released already: it goes with the next payout, out of what is available, since its charge is sent. */
  private async earnAnew(tx: Tx, debt: AssistantDebt, amount: Money, now: Date): Promise<string> {
    const { lineId, invoiceId, clientId, assistantId } = debt;
    const earning = Object.assign(new Earning(), {
      ...{
        id: randomUUIDv7(),
        parentId: debt.earningId,
        returnsDebtId: debt.id,
        lineId,
        invoiceId,
        clientId,
        assistantId,
      },
      ...{ amountCents: amount, partFrom: 0, partTo: amount.cents, liveHolds: 0, state: 'held', stateAt: now },
      ...{ paidAt: now, reviewEndedAt: now, releasesAt: now, blockedReason: null },
    });
    await tx.insert(Earning, earning);
    return earning.id;
  }
}

function smaller(a: Money, b: Money): Money {
  return a.cents < b.cents ? a : b;
}
