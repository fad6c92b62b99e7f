import { randomUUIDv7 } from 'node:crypto';

import { Refund } from '@app/billing';
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
    const borne = rest.cents > 0 ? await this.bornePerLine(tx, chargeback, rest) : [];
    await this.post(tx, chargeback, lost, [...consumed, ...borne], now);
    return true;
  }

  /** Those who bore it get it back: first the fee and the platform, then the client's refund is due again. */
  async giveBack(tx: Tx, chargeback: Chargeback, back: Money, now: Date): Promise<void> {
    const outstanding = await this.outstanding(tx, chargeback.id);
    const [ours, refunds] = [
      outstanding.filter(({ account }) => account !== 'refund_due'),
      outstanding.filter(({ account }) => account === 'refund_due'),
    ];
    const first = portion(ours, back);
    const then = portion(refunds, back.minus(Money.usd(sumOf(first))));
    const found = sumOf(first) + sumOf(then);
    const beyond = { account: 'platform_losses' as const, cents: back.cents - found, lineId: null, refundId: null };
    const parts = [...first, ...then, ...(beyond.cents === 0 ? [] : [beyond])];
    for (const { refundId, cents } of then) await this.makeDueAgain(tx, refundId, cents, now);
    await this.post(tx, chargeback, Money.usd(-back.cents), parts.map(negated), now);
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

  private async bornePerLine(tx: Tx, chargeback: Chargeback, rest: Money): Promise<LossPart[]> {
    const { id, invoiceId, linesChosenBy } = chargeback;
    const lines = linesChosenBy
      ? await this.chargebacks.lines(tx, id)
      : await this.chargebacks.linesLeft(tx, invoiceId, id);
    const { shares, beyond } = sharesOf(lines, rest);
    await this.chargebacks.setLines(tx, id, shares);
    const parts = shares.flatMap(({ lineId, amount, fee }): LossPart[] => [
      { account: 'platform_losses', cents: amount.cents, lineId, refundId: null },
      { account: 'service_fee', cents: fee.cents, lineId, refundId: null },
    ]);
    return [...parts, { account: 'platform_losses', cents: beyond.cents, lineId: null, refundId: null }];
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

  private async outstanding(tx: Tx, chargebackId: string): Promise<LossPart[]> {
    const rows = await tx.query<(Omit<LossPart, 'cents'> & { cents: string })[]>(
      `select p.account, p."lineId", p."refundId", sum(p.cents) as cents
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

function negated(part: LossPart): LossPart {
  return { ...part, cents: -part.cents };
}

function sumOf(parts: readonly LossPart[]): number {
  return parts.reduce((sum, { cents }) => sum + cents, 0);
}
