import { randomUUIDv7 } from 'node:crypto';

import { type Borne, type LineToBear, Refund, ReturnEarnings, TakeEarnings } from '@app/billing';
import type { Tx } from '@app/database';
import { Money } from '@app/kernel';
import { Ledger } from '@app/ledger';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';

import type { Chargeback } from './chargeback.entity.ts';
import { chargebackLost, type LossPart, refundConsumed } from './chargeback.journals.ts';
import { Chargebacks } from './chargebacks.repository.ts';
import { sharesOf } from './line-shares.ts';

/** Who bears what a lost chargeback took, and gets what comes back of it. */
@Injectable()
export class ChargebackLosses {
  constructor(
    private readonly ledger: Ledger,
    private readonly chargebacks: Chargebacks,
    private readonly take: TakeEarnings,
    private readonly returns: ReturnEarnings,
  ) {}

  /** J13, then J16. False: a refund of this charge is on its way, and its answer is waited for. */
  async bear(tx: Tx, chargeback: Chargeback, lost: Money, now: Date): Promise<boolean> {
    const refunds = await tx.find(Refund, {
      where: { chargeId: chargeback.chargeId, state: In(['due', 'sending', 'refused', 'failed']) },
      order: { createdAt: 'ASC', id: 'ASC' },
      lock: { mode: 'for_no_key_update' },
    });
    if (refunds.some(({ state }) => state === 'sending')) return false;
    const consumed = await this.consume(tx, refunds, lost, now);
    const rest = lost.minus(Money.usd(sumOf(consumed)));
    const borne = rest.cents > 0 ? await this.bornePerLine(tx, chargeback, rest, now) : [];
    await this.post(tx, chargeback, lost, [...consumed, ...borne], now);
    return true;
  }

  /**
   * Those who bore it get it back: first the assistants, then the fee and the platform, then the client's refund is due
   * again. False: Stripe is being asked to take some of it from an assistant, and its answer is waited for.
   */
  async giveBack(tx: Tx, chargeback: Chargeback, back: Money, now: Date): Promise<boolean> {
    if (await this.returns.isBeingTaken(tx, causeOf(chargeback))) return false;
    const outstanding = await this.outstanding(tx, chargeback.id);
    const theirs = await this.returnToAssistants(tx, chargeback, outstanding.filter(isAssistants), back, now);
    const ours = portion(outstanding.filter(isOurs), back.minus(Money.usd(sumOf(theirs))));
    const left = back.minus(Money.usd(sumOf(theirs) + sumOf(ours)));
    const refunds = portion(
      outstanding.filter(({ account }) => account === 'refund_due'),
      left,
    );
    const beyond = partOf('platform_losses', left.cents - sumOf(refunds), null);
    for (const { refundId, cents } of refunds) await this.makeDueAgain(tx, refundId, cents, now);
    const parts = [...theirs, ...ours, ...refunds, beyond];
    await this.post(tx, chargeback, Money.usd(-back.cents), parts.map(negated), now);
    return true;
  }

  /** What is borne already is borne by whoever bears it now. False as `giveBack` has it. */
  async bearAnew(tx: Tx, chargeback: Chargeback, now: Date): Promise<boolean> {
    const outstanding = await this.outstanding(tx, chargeback.id);
    const borne = outstanding.filter(({ account }) => account !== 'refund_due');
    if (borne.length === 0) return true;
    const amount = Money.usd(sumOf(borne));
    if (!(await this.giveBack(tx, chargeback, amount, now))) return false;
    await this.post(tx, chargeback, amount, await this.bornePerLine(tx, chargeback, amount, now), now);
    return true;
  }

  /** Refunds that the client need not get any more, the oldest first; of the last perhaps a part. */
  private async consume(tx: Tx, refunds: readonly Refund[], lost: Money, now: Date): Promise<LossPart[]> {
    const parts: LossPart[] = [];
    let left = lost;
    for (const refund of refunds) {
      if (left.cents === 0) break;
      const taken = refund.amountCents.cents <= left.cents ? refund.amountCents : left;
      if (taken.cents === refund.amountCents.cents) refund.consume(now);
      else refund.amountCents = refund.amountCents.minus(taken);
      await tx.save(refund);
      parts.push({ account: 'refund_due', cents: taken.cents, lineId: null, refundId: refund.id });
      left = left.minus(taken);
    }
    return parts;
  }

  private async bornePerLine(tx: Tx, chargeback: Chargeback, rest: Money, now: Date): Promise<LossPart[]> {
    const { id, invoiceId, linesChosenBy } = chargeback;
    const lines = linesChosenBy
      ? await this.chargebacks.lines(tx, id)
      : await this.chargebacks.linesLeft(tx, invoiceId, id);
    const { shares, beyond } = sharesOf(lines, rest);
    await this.chargebacks.setLines(tx, id, shares);
    const parts: LossPart[] = [];
    for (const { lineId, amount, fee } of shares) {
      const theirs =
        chargeback.carriedBy === 'assistant' ? await this.takeFrom(tx, chargeback, lineId, amount, now) : [];
      parts.push(...theirs, partOf('platform_losses', amount.cents - sumOf(theirs), lineId));
      parts.push(partOf('service_fee', fee.cents, lineId));
    }
    return [...parts, partOf('platform_losses', beyond.cents, null)];
  }

  private async takeFrom(
    tx: Tx,
    chargeback: Chargeback,
    lineId: string,
    amount: Money,
    now: Date,
  ): Promise<LossPart[]> {
    const borne = await this.take.run(tx, { lineId, amount, cause: causeOf(chargeback) }, now);
    return this.named(tx, lineId, borne);
  }

  private async returnToAssistants(
    tx: Tx,
    chargeback: Chargeback,
    bearing: readonly LossPart[],
    back: Money,
    now: Date,
  ): Promise<LossPart[]> {
    const returned: LossPart[] = [];
    for (const { lineId, cents } of bearing) {
      const left = back.cents - sumOf(returned);
      if (lineId === null || left <= 0) continue;
      const what = { lineId, amount: Money.usd(Math.min(cents, left)), cause: causeOf(chargeback) };
      const borne = await this.returns.run(tx, what, chargeback.carrierChosenBy ?? '', now);
      returned.push(...(await this.named(tx, lineId, borne)));
    }
    return returned;
  }

  private async named(tx: Tx, lineId: string, borne: readonly Borne[]): Promise<LossPart[]> {
    const [line] = await tx.query<{ id: string }[]>(`select assistant_id as id from invoice_line where id = $1`, [
      lineId,
    ]);
    return borne.map(({ account, earningId, amount }) => ({
      ...partOf(account, amount.cents, lineId),
      ...(line ? { earningId, assistantId: line.id } : { earningId }),
    }));
  }

  private async post(
    tx: Tx,
    chargeback: Chargeback,
    lost: Money,
    parts: readonly LossPart[],
    now: Date,
  ): Promise<void> {
    const moved = parts.filter(({ cents }) => cents !== 0);
    const [{ number }] = await tx.query<[{ number: number }]>(
      `insert into chargeback_loss (chargeback_id, number, cents, parts, posted_at)
       select $1, 1 + count(*), $2, $3, $4 from chargeback_loss where chargeback_id = $1 returning number`,
      [chargeback.id, lost.cents, JSON.stringify(moved), now],
    );
    const refunds = moved.filter(({ account }) => account === 'refund_due');
    const ours = moved.filter(({ account }) => account !== 'refund_due');
    if (refunds.length > 0) await this.ledger.post(tx, refundConsumed(chargeback, number, refunds, now));
    if (ours.length > 0) await this.ledger.post(tx, chargebackLost(chargeback, number, ours, now));
  }

  /** Of an assistant's: by line, wherever it was taken from. */
  private async outstanding(tx: Tx, chargebackId: string): Promise<LossPart[]> {
    const rows = await tx.query<(Omit<LossPart, 'cents'> & { cents: string })[]>(
      `select case when p.account = 'assistant_debt' then 'earnings_held' else p.account end as account, p."lineId", p."refundId", sum(p.cents) as cents
         from chargeback_loss l, jsonb_to_recordset(l.parts) as p (account text, cents bigint, "lineId" uuid, "refundId" uuid)
        where l.chargeback_id = $1 group by 1, 2, 3 having sum(p.cents) > 0 order by 1, 2, 3`,
      [chargebackId],
    );
    return rows.map(({ cents, ...row }) => ({ ...row, cents: Number(cents) }));
  }

  private async makeDueAgain(tx: Tx, refundId: string | null, cents: number, now: Date): Promise<void> {
    const before = await tx.findOneByOrFail(Refund, { id: refundId ?? '' });
    if (before.state === 'due') {
      before.amountCents = before.amountCents.plus(Money.usd(cents));
      await tx.save(before);
      return;
    }
    const { giveBackId, invoiceId, clientId, chargeId } = before;
    const again = { id: randomUUIDv7(), giveBackId, invoiceId, clientId, chargeId, waitsFor: null };
    await tx.insert(Refund, Refund.due({ ...again, amountCents: Money.usd(cents) }, now));
  }
}

/** Of each part its share of what comes back, rounded so that they sum to it; at most all of them. */
function portion(parts: readonly LossPart[], back: Money): LossPart[] {
  const lines = parts.map(({ cents }, place) => ({
    lineId: String(place),
    amount: Money.usd(cents),
    fee: Money.usd(0),
  }));
  const { shares } = sharesOf(lines, back);
  return shares.map(({ lineId, amount }) => ({ ...(parts[Number(lineId)] as LossPart), cents: amount.cents }));
}

function partOf(account: LossPart['account'], cents: number, lineId: string | null): LossPart {
  return { account, cents, lineId, refundId: null };
}

function causeOf({ id }: Chargeback): LineToBear['cause'] {
  return { kind: 'chargeback', id };
}

function isAssistants({ account }: LossPart): boolean {
  return account === 'earnings_held' || account === 'assistant_debt';
}

function isOurs({ account }: LossPart): boolean {
  return account === 'service_fee' || account === 'platform_losses';
}

function negated(part: LossPart): LossPart {
  return { ...part, cents: -part.cents };
}

function sumOf(parts: readonly LossPart[]): number {
  return parts.reduce((sum, { cents }) => sum + cents, 0);
}
