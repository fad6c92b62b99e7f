import { randomUUIDv7 } from 'node:crypto';

import type { Tx } from '@app/database';
import { Money } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import type { Earning } from '../earning.entity.ts';
import { ApplyGiveBack, type Outcome } from './apply-give-back.ts';
import { BilledLines, type LockedLine } from './billed-lines.repository.ts';
import type { Cause, GiveBackCauseKind } from './cause.ts';
import { type CarriedBy, GivenBack } from './give-back.entity.ts';
import { NothingToGiveBack, PartTooLarge, PartTooSmall, TakenByBank } from './giving-back.errors.ts';
import { SplitEarning } from './split-earning.ts';
import { type Worth, worthOf } from './worth.ts';

export type WhatGoesBack = {
  /** Of work; of a bonus: cents. All that is left when left out. */
  readonly seconds?: number;
  readonly cause: Cause<GiveBackCauseKind>;
  readonly carriedBy: CarriedBy;
  readonly reasonCode: string;
  /** null: Kontor itself. */
  readonly decidedBy?: string | null;
  /** The refund waits until it has been taken from the assistant. */
  readonly onlyAsFunded?: boolean;
} & ({ readonly earningId: string } | { readonly lineId: string });

export interface WentBack extends Worth {
  /** `after_charge`: it waits for the outcome of the charge, and becomes the one or the other then. */
  readonly how: Outcome;
  readonly ids: readonly string[];
}

interface Stretch extends Worth {
  readonly earning: Earning;
  readonly from: number;
  readonly to: number;
}

/**
 * A stretch of a line goes back to the client: less to pay while it is not captured, a refund after it. What Stripe has
 * to do for it is left for the sweeps.
 */
@Injectable()
export class GiveBack {
  constructor(
    private readonly lines: BilledLines,
    private readonly split: SplitEarning,
    private readonly apply: ApplyGiveBack,
  ) {}

  /** Throws `part_too_large`, `part_too_small`, `nothing_to_give_back`, `taken_by_bank`. */
  async run(tx: Tx, what: WhatGoesBack, now: Date): Promise<WentBack> {
    const locked =
      'lineId' in what ? await this.lines.lock(tx, what.lineId) : await this.lines.lockOf(tx, what.earningId);
    if (['void', 'uncollectible'].includes(locked.invoice.state)) throw new NothingToGiveBack();
    const left = await this.lines.leftWithUs(tx, locked.line.id);
    const stretches = await this.take(tx, locked, what, now);
    if (Money.sum(stretches.flatMap(({ amount, fee }) => [amount, fee])).cents > left.cents) throw new TakenByBank();
    const outcomes: Outcome[] = [];
    const ids: string[] = [];
    for (const stretch of stretches) {
      const given = decision(what, locked, stretch, now);
      await tx.insert(GivenBack, given);
      outcomes.push(await this.apply.run(tx, given, locked.invoice, now));
      ids.push(given.id);
    }
    return {
      amount: Money.sum(stretches.map(({ amount }) => amount)),
      fee: Money.sum(stretches.map(({ fee }) => fee)),
      how: outcomes[0] ?? 'refund',
      ids,
    };
  }

  /** From what is nearest at hand: first what has not been released, last what has been sent. */
  private async take(tx: Tx, locked: LockedLine, what: WhatGoesBack, now: Date): Promise<Stretch[]> {
    const earnings =
      'earningId' in what
        ? [await this.lines.earning(tx, what.earningId)]
        : (await this.lines.earnings(tx, what.lineId)).filter(({ liveHolds }) => liveHolds === 0).toSorted(byNearness);
    const stretches: Stretch[] = [];
    let left = what.seconds ?? Infinity;
    let there = 0;
    for (const earning of earnings) {
      const free = GONE.has(earning.state) ? 0 : (await this.lines.freeUpTo(tx, earning)) - earning.partFrom;
      there += free;
      const quantity = Math.min(left, free);
      if (quantity === 0) continue;
      stretches.push(await this.stretch(tx, locked, earning, quantity, now));
      left -= quantity;
      if (left === 0) break;
    }
    if (stretches.length === 0 || (what.seconds !== undefined && left > 0)) throw new PartTooLarge(there);
    return stretches;
  }

  private async stretch(tx: Tx, { line }: LockedLine, earning: Earning, quantity: number, now: Date): Promise<Stretch> {
    if (UNSENT.has(earning.state)) {
      const part = await this.split.run(tx, earning, line, quantity, now);
      return { earning: part, from: part.partFrom, to: part.partTo, ...worthOf(line, part.partFrom, part.partTo) };
    }
    const to = await this.lines.freeUpTo(tx, earning);
    const from = worthOf(line, earning.partFrom, to - quantity).amount.cents === 0 ? earning.partFrom : to - quantity;
    const worth = worthOf(line, from, to);
    if (worth.amount.cents === 0) throw new PartTooSmall();
    return { earning, from, to, ...worth };
  }
}

const UNSENT = new Set(['held', 'due', 'blocked']);
const GONE = new Set(['cancelled', 'unpaid']);
const NEARNESS = ['held', 'blocked', 'due'];

function byNearness(a: Earning, b: Earning): number {
  const [here, there] = [NEARNESS.indexOf(a.state), NEARNESS.indexOf(b.state)];
  return (here === -1 ? NEARNESS.length : here) - (there === -1 ? NEARNESS.length : there);
}

function decision(
  { cause, carriedBy, reasonCode, decidedBy = null, onlyAsFunded = false }: WhatGoesBack,
  { line, invoice }: LockedLine,
  { earning, from, to, amount, fee }: Stretch,
  now: Date,
): GivenBack {
  return Object.assign(new GivenBack(), {
    ...{ id: randomUUIDv7(), lineId: line.id, earningId: earning.id, invoiceId: invoice.id },
    ...{ clientId: line.clientId, assistantId: line.assistantId, partFrom: from, partTo: to },
    ...{ amountCents: amount, feeCents: fee, causeKind: cause.kind, causeId: cause.id, reasonCode, carriedBy },
    ...{ onlyAsFunded, decidedBy, decidedAt: now, creditNoteId: null, state: 'waiting', stateAt: now },
  } satisfies Partial<GivenBack>);
}
