import { createHash, randomUUIDv7 } from 'node:crypto';

import type { Tx } from '@app/database';
import type { Staff } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import type { Dispute } from '../dispute.entity.ts';
import { canonicalJson } from '../evidence/canonical-json.ts';
import type { CarriedBy } from '../refund-parts.ts';
import type { Totals } from '../refund-totals.ts';
import type { Verdicts } from './verdicts.ts';

export interface Decision {
  readonly id: string;
  readonly round: 1 | 2;
  readonly proposedBy: string;
  readonly version: string;
  readonly carriedBy: CarriedBy;
  readonly needsSecond: boolean;
  /** Seconds that go back, by line of the dispute. */
  readonly refunds: ReadonlyMap<string, number>;
}

export interface NewDecision {
  readonly dispute: Dispute;
  readonly verdicts: Verdicts;
  readonly refunds: ReadonlyMap<string, number>;
  readonly totals: Totals;
  readonly needsSecond: boolean;
}

/** Proposals and what became of them. The dispute's row is locked by whoever writes. */
@Injectable()
export class Decisions {
  async add(
    tx: Tx,
    staff: Staff,
    { dispute, verdicts, refunds, totals, needsSecond }: NewDecision,
    now: Date,
  ): Promise<Decision> {
    const id = randomUUIDv7();
    const { round } = dispute;
    const { carriedBy, lines } = verdicts;
    const said = lines.map(({ refundSeconds, ...line }) => ({
      ...line,
      refundSeconds: refunds.get(line.lineId) ?? refundSeconds,
    }));
    const content = canonicalJson({ disputeId: dispute.id, round, carriedBy, lines: said });
    const version = createHash('sha256').update(content).digest('hex');
    const { paid, refunded } = totals;
    await tx.query(
      `insert into dispute_decision (id, dispute_id, round, proposed_by, proposed_at, carried_by, needs_second, version,
                                     paid_amount_cents, paid_fee_cents, refunded_amount_cents, refunded_fee_cents)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        ...[id, dispute.id, round, staff.userId, now, carriedBy, needsSecond, version],
        ...[paid.amount.cents, paid.fee.cents, refunded.amount.cents, refunded.fee.cents],
      ],
    );
    for (const { lineId, verdict, ruleId, reason } of lines) {
      await tx.query(
        `insert into dispute_decision_line (decision_id, dispute_line_id, verdict, refund_seconds, rule_id, reason)
         values ($1, $2, $3, $4, $5, $6)`,
        [id, lineId, verdict, refunds.get(lineId), ruleId, reason],
      );
    }
    return { id, round, proposedBy: staff.userId, version, carriedBy, needsSecond, refunds };
  }

  /** What stands in this round, decided or not; null when nobody has proposed anything. */
  async standing(tx: Tx, disputeId: string, round: 1 | 2): Promise<(Decision & { decidedAt: Date | null }) | null> {
    const [row] = await tx.query<(Omit<Decision, 'refunds'> & { decidedAt: Date | null })[]>(
      `select id, round, proposed_by as "proposedBy", version, carried_by as "carriedBy", needs_second as "needsSecond",
              decided_at as "decidedAt"
         from dispute_decision where dispute_id = $1 and round = $2 and superseded_at is null`,
      [disputeId, round],
    );
    if (!row) return null;
    const lines = await tx.query<{ line: string; seconds: number }[]>(
      `select dispute_line_id as line, refund_seconds::int as seconds from dispute_decision_line where decision_id = $1`,
      [row.id],
    );
    return { ...row, refunds: new Map(lines.map(({ line, seconds }) => [line, seconds])) };
  }

  async supersede(tx: Tx, id: string, now: Date): Promise<void> {
    await tx.query(`update dispute_decision set superseded_at = $2 where id = $1`, [id, now]);
  }

  async sign(tx: Tx, staff: Staff, { id, version }: Decision, now: Date): Promise<void> {
    await tx.query(
      `insert into dispute_signature (decision_id, staff_id, version, signed_at) values ($1, $2, $3, $4)`,
      [id, staff.userId, version, now],
    );
  }

  async decided(tx: Tx, id: string, now: Date): Promise<void> {
    await tx.query(`update dispute_decision set decided_at = $2 where id = $1`, [id, now]);
  }
}
