import { ContractWeekReview, GiveBack, SetAside, type Worth } from '@app/billing';
import type { Tx } from '@app/database';
import { Events } from '@app/delivery';
import { Money } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import type { Dispute, Outcome } from './dispute.entity.ts';
import { disputeClosed } from './dispute.events.ts';
import type { CarriedBy } from './refund-parts.ts';
import { RefundParts } from './refund-parts.ts';
import { Disputes } from './disputes.repository.ts';
import { type DisputeLine, type Share, Shares } from './shares.ts';

export interface Ending {
  /** Of each line of the dispute, the seconds that go back; a line left out stays with the assistant. */
  readonly refunds: ReadonlyMap<string, number>;
  readonly carriedBy: CarriedBy;
  readonly decidedBy: string | null;
}

const NOTHING: Worth = { amount: Money.usd(0), fee: Money.usd(0) };

/** The end of a dispute that has just moved there: what goes back goes back, and the rest is let go, at once. */
@Injectable()
export class EndDispute {
  constructor(
    private readonly disputes: Disputes,
    private readonly shares: Shares,
    private readonly parts: RefundParts,
    private readonly giveBack: GiveBack,
    private readonly setAside: SetAside,
    private readonly review: ContractWeekReview,
    private readonly events: Events,
  ) {}

  async run(tx: Tx, dispute: Dispute, ending: Ending, now: Date): Promise<void> {
    // Locked first, as by whoever opens a dispute: the money's own locks come after it everywhere.
    await tx.query(`select from contract_week where id = $1 for no key update`, [dispute.contractWeekId]);
    await this.disputes.save(tx, dispute);
    const lines = await this.shares.lines(tx, dispute.id);
    for (const { id } of lines) {
      await tx.query(`update dispute_line set refunded_seconds = $2 where id = $1`, [id, ending.refunds.get(id) ?? 0]);
    }
    for (const share of await this.shares.of(tx, dispute.id)) {
      await this.settle(tx, dispute, share, refundedOf(share, lines, ending), ending, now);
    }
    await this.review.resolve(tx, dispute.contractWeekId, now);
    await this.events.tell(tx, disputeClosed(dispute, outcomeOf(dispute)));
  }

  private async settle(
    tx: Tx,
    { id, ground }: Dispute,
    share: Share,
    seconds: number,
    ending: Ending,
    now: Date,
  ): Promise<void> {
    const cause = { kind: 'dispute', id } as const;
    const held = share.earningId === null ? null : { earningId: share.earningId, cause, releasedBy: ending.decidedBy };
    // What Kontor pays itself is no longer held; what the assistant pays must not be released before it is taken.
    if (held && ending.carriedBy === 'platform') await this.setAside.letGo(tx, held, now);
    const isWorth = seconds > 0 && (await this.parts.worth(tx, share, seconds)).amount.cents > 0;
    const { amount, fee } = isWorth
      ? await this.giveBack.run(
          tx,
          {
            ...(held ? { earningId: held.earningId } : { lineId: share.lineId }),
            ...{ seconds, cause, carriedBy: ending.carriedBy, reasonCode: ground, decidedBy: ending.decidedBy },
          },
          now,
        )
      : NOTHING;
    if (held && ending.carriedBy === 'assistant') await this.setAside.letGo(tx, held, now);
    await tx.query(
      `update dispute_share set refunded_seconds = $2, refunded_amount_cents = $3, refunded_fee_cents = $4 where id = $1`,
      [share.id, seconds, amount.cents, fee.cents],
    );
  }
}

function refundedOf(share: Share, lines: readonly DisputeLine[], { refunds }: Ending): number {
  const own = lines.filter(({ lineId }) => lineId === share.lineId);
  return own.reduce((sum, { id }) => sum + (refunds.get(id) ?? 0), 0);
}

function outcomeOf({ id, outcome }: Dispute): Outcome {
  if (outcome === null) throw new Error(`Dispute ${id} has not ended`);
  return outcome;
}
