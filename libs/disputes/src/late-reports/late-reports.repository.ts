import { randomUUIDv7 } from 'node:crypto';

import { Database, refusalOf, type Tx } from '@app/database';
import { Injectable } from '@nestjs/common';

import type { DisputedTime } from '../disputable-time.ts';
import { ReportAnswered, ReportNotFound, ReportOpenAlready } from '../dispute.errors.ts';
import { LATE_REPORT, OF_WEEK, OPEN_REPORTS } from './late-reports.queries.ts';

/** Why a week can be claimed after its review, and only then. */
export type LateGround = 'fraud' | 'duplicate';

export interface LateReport {
  readonly id: string;
  readonly weekId: string;
  readonly clientId: string;
  readonly ground: LateGround;
  readonly reason: string;
  readonly lines: readonly { readonly entryId: string; readonly seconds: number }[];
}

/** As its client reads it. */
export interface ReportOfWeek {
  readonly reportedAt: Date;
  readonly answeredAt: Date | null;
  readonly disputeId: string | null;
  readonly refusal: string | null;
}

/** As staff read it. */
export interface OpenReport {
  readonly id: string;
  readonly ground: LateGround;
  readonly reason: string;
  readonly reportedAt: Date;
  readonly reportedBy: string;
  readonly client: { id: string; name: string };
  readonly assistant: { id: string; name: string };
  readonly title: string;
  readonly week: { id: string; start: string; end: string; zone: string };
  readonly lines: { entryId: string; start: string; end: string; note: string; seconds: number }[];
}

interface Reported extends Pick<LateReport, 'weekId' | 'clientId' | 'ground' | 'reason'> {
  readonly reportedBy: string;
  readonly time: readonly DisputedTime[];
}

type Answer = { readonly disputeId: string } | { readonly refusal: string };

@Injectable()
export class LateReports {
  constructor(private readonly db: Database) {}

  /** The last of a week. */
  async ofWeek(weekId: string): Promise<ReportOfWeek | null> {
    const [report] = await this.db.reader.query<ReportOfWeek[]>(OF_WEEK, [weekId]);
    return report ?? null;
  }

  /** What waits for staff, the oldest first. */
  open(): Promise<OpenReport[]> {
    return this.db.reader.query(OPEN_REPORTS);
  }

  /** Its id. Throws `ReportOpenAlready`. */
  async add(tx: Tx, { weekId, clientId, reportedBy, ground, reason, time }: Reported, now: Date): Promise<string> {
    const id = randomUUIDv7();
    try {
      await tx.query(
        `insert into late_report (id, contract_week_id, client_id, reported_by, reported_at, ground, reason)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [id, weekId, clientId, reportedBy, now, ground, reason],
      );
    } catch (error) {
      if (refusalOf(error)?.constraint === 'one_open_report') throw new ReportOpenAlready();
      throw error;
    }
    await tx.query(
      `insert into late_report_line (report_id, entry_id, seconds)
       select $1, entry, seconds from unnest($2::uuid[], $3::bigint[]) as named (entry, seconds)`,
      [id, time.map(({ entryId }) => entryId), time.map(({ seconds }) => seconds)],
    );
    return id;
  }

  /** Its row locked. Throws `ReportNotFound`, or `ReportAnswered` where somebody was faster. */
  async lockOpen(tx: Tx, id: string): Promise<LateReport> {
    const [locked] = await tx.query<{ answeredAt: Date | null }[]>(
      `select answered_at as "answeredAt" from late_report where id = $1 for no key update`,
      [id],
    );
    if (!locked) throw new ReportNotFound(id);
    if (locked.answeredAt) throw new ReportAnswered();
    const [report] = await tx.query<[LateReport]>(LATE_REPORT, [id]);
    return report;
  }

  async answer(tx: Tx, id: string, answer: Answer, by: string, now: Date): Promise<void> {
    await tx.query(
      `update late_report set answered_by = $2, answered_at = $3, dispute_id = $4, refusal = $5 where id = $1`,
      [id, by, now, 'disputeId' in answer ? answer.disputeId : null, 'refusal' in answer ? answer.refusal : null],
    );
  }
}
