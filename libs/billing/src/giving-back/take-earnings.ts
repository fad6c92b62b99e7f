import type { Tx } from '@app/database';
import { Money } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import type { Earning } from '../earning.entity.ts';
import { Earnings } from '../earnings.repository.ts';
import { AssistantDebt } from './assistant-debt.entity.ts';
import { BilledLines, type BilledLine } from './billed-lines.repository.ts';
import type { Cause, GiveBackCauseKind } from './cause.ts';
import { SplitEarning } from './split-earning.ts';
import { worthOf } from './worth.ts';

/** What one earning bears of a loss, and from where it is taken. The journal is the caller's, whose fact it is. */
export interface Borne {
  readonly account: 'earnings_held' | 'assistant_debt';
  readonly earningId: string;
  readonly amount: Money;
}

export interface LineToBear {
  readonly lineId: string;
  readonly amount: Money;
  readonly cause: Cause<GiveBackCauseKind>;
}

/** The client's payment is gone, and the assistant of a line bears it: unpaid as far as it is held, owed where it is released. */
@Injectable()
export class TakeEarnings {
  constructor(
    private readonly lines: BilledLines,
    private readonly split: SplitEarning,
    private readonly earnings: Earnings,
  ) {}

  /** At most the amount. Less where nothing is left, or where something else holds it; of held work, whole minutes. */
  async run(tx: Tx, { lineId, amount, cause }: LineToBear, now: Date): Promise<Borne[]> {
    const { line } = await this.lines.lock(tx, lineId);
    const all = await this.lines.earnings(tx, lineId);
    const borne: Borne[] = [];
    let left = amount;
    for (const earning of all.toSorted(heldFirst)) {
      const part = earning.state === 'held' ? await this.leaveUnpaid(tx, earning, line, left, now) : null;
      const owed = earning.state === 'held' ? null : await this.owe(tx, earning, cause, left, now);
      const taken = part ?? owed;
      if (!taken) continue;
      borne.push(taken);
      left = left.minus(taken.amount);
    }
    return borne;
  }

  private async leaveUnpaid(tx: Tx, earning: Earning, line: BilledLine, most: Money, now: Date): Promise<Borne | null> {
    if (earning.liveHolds > 0) return null;
    const quantity = quantityWorth(line, earning, most);
    if (quantity === 0) return null;
    const part = await this.split.run(tx, earning, line, quantity, now);
    await this.earnings.move(tx, [part.id], { from: 'held', to: 'unpaid' }, now);
    return { account: 'earnings_held', earningId: part.id, amount: part.amountCents };
  }

  private async owe(
    tx: Tx,
    { id: earningId, lineId, invoiceId, clientId, assistantId }: Earning,
    { kind: causeKind, id: causeId }: Cause<GiveBackCauseKind>,
    most: Money,
    now: Date,
  ): Promise<Borne | null> {
    const free = await this.notOwed(tx, earningId);
    const amount = free.cents < most.cents ? free : most;
    if (amount.cents <= 0) return null;
    const whose = { assistantId, clientId, invoiceId, lineId, earningId, causeKind, causeId };
    const debt = AssistantDebt.open({ ...whose, giveBackId: null, amountCents: amount }, now);
    await tx.insert(AssistantDebt, debt);
    return { account: 'assistant_debt', earningId, amount };
  }

  /** What of a released earning has neither gone back nor been asked back. */
  private async notOwed(tx: Tx, earningId: string): Promise<Money> {
    const [{ cents }] = await tx.query<[{ cents: string }]>(
      `select e.amount_cents
                - coalesce((select sum(g.amount_cents) from give_back g where g.earning_id = e.id and g.state <> 'dropped'), 0)
                - coalesce((select sum(d.amount_cents
                                    - coalesce((select sum(o.amount_cents) from debt_write_off o where o.debt_id = d.id and o.reason_code = $2), 0)
                                    - coalesce((select sum(r.amount_cents) from earning r where r.returns_debt_id = d.id), 0))
                              from assistant_debt d where d.earning_id = e.id and d.give_back_id is null), 0) as cents
         from earning e where e.id = $1`,
      [earningId, CAME_BACK],
    );
    return Money.usd(Number(cents));
  }
}

/** Why a debt is owed no longer: what it was opened for came back. */
export const CAME_BACK = 'chargeback_won';

/** The longest stretch at the end of an earning that is worth no more than this: seconds, of a bonus cents. */
export function quantityWorth(line: BilledLine, { partFrom, partTo, amountCents }: Earning, most: Money): number {
  if (amountCents.cents <= most.cents) return partTo - partFrom;
  let [fits, tooMuch] = [0, partTo - partFrom];
  while (tooMuch - fits > 1) {
    const middle = fits + Math.floor((tooMuch - fits) / 2);
    if (worthOf(line, partTo - middle, partTo).amount.cents <= most.cents) fits = middle;
    else tooMuch = middle;
  }
  return worthOf(line, partTo - fits, partTo).amount.cents === 0 ? 0 : fits;
}

function heldFirst(a: Earning, b: Earning): number {
  return Number(b.state === 'held') - Number(a.state === 'held');
}
