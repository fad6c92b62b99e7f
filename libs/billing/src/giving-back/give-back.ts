import { randomUUIDv7 } from 'node:crypto';

import type { Tx } from '@app/database';
import { Money } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { ApplyGiveBack, type Outcome } from './apply-give-back.ts';
import { BilledLines, type LockedLine } from './billed-lines.repository.ts';
import type { Cause, GiveBackCauseKind } from './cause.ts';
import { ChooseStretches, type PartOfWork, type Stretch, UNSENT } from './choose-stretches.ts';
import { type CarriedBy, GivenBack } from './give-back.entity.ts';
import { SplitEarning } from './split-earning.ts';
import type { Worth } from './worth.ts';

export type WhatGoesBack = PartOfWork & {
  readonly cause: Cause<GiveBackCauseKind>;
  readonly carriedBy: CarriedBy;
  readonly reasonCode: string;
  /** null: Kontor itself. */
  readonly decidedBy?: string | null;
  /** The refund waits until it has been taken from the assistant. */
  readonly onlyAsFunded?: boolean;
};

export interface WentBack extends Worth {
  /** `after_charge`: it waits for the outcome of the charge, and becomes the one or the other then. */
  readonly how: Outcome;
  readonly ids: readonly string[];
}

/**
 * A stretch of a line goes back to the client: less to pay while it is not captured, a refund after it. What Stripe has
 * to do for it is left for the sweeps.
 */
@Injectable()
export class GiveBack {
  constructor(
    private readonly lines: BilledLines,
    private readonly choose: ChooseStretches,
    private readonly split: SplitEarning,
    private readonly apply: ApplyGiveBack,
  ) {}

  /** Throws `part_too_large`, `part_too_small`, `nothing_to_give_back`, `taken_by_bank`. */
  async run(tx: Tx, what: WhatGoesBack, now: Date): Promise<WentBack> {
    const locked =
      'lineId' in what ? await this.lines.lock(tx, what.lineId) : await this.lines.lockOf(tx, what.earningId);
    const stretches = await this.choose.run(tx, locked, what);
    const outcomes: Outcome[] = [];
    const ids: string[] = [];
    for (const stretch of stretches) {
      const { earning, from, to } = stretch;
      const part = UNSENT.has(earning.state) ? await this.split.run(tx, earning, locked.line, to - from, now) : earning;
      const given = decision(what, locked, { ...stretch, earning: part }, now);
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
