import { Database, type Tx } from '@app/database';
import { Events } from '@app/delivery';
import type { Sweep } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { ConcludeDecision } from './decision/conclude-decision.ts';
import { Decisions } from './decision/decisions.repository.ts';
import type { Dispute } from './dispute.entity.ts';
import { deadlineNear, decisionLate, disputeReferred } from './dispute.events.ts';
import { Disputes } from './disputes.repository.ts';

/**
 * What silence means: an assistant who does not answer, and an offer that nobody answers, go to staff; a decision that
 * nobody appeals from becomes final. A day before, both sides are warned. Staff who are late raise an alarm, and decide
 * nothing by it.
 */
@Injectable()
export class KeepDeadlines implements Sweep {
  readonly name = 'disputes.keep-deadlines';

  constructor(
    private readonly db: Database,
    private readonly disputes: Disputes,
    private readonly decisions: Decisions,
    private readonly conclude: ConcludeDecision,
    private readonly events: Events,
  ) {}

  async run(now: Date): Promise<number> {
    let kept = 0;
    for (const { id } of await this.db.reader.query<{ id: string }[]>(DUE, [now])) {
      kept += Number(await this.db.transaction((tx) => this.one(tx, id, now)));
    }
    return kept;
  }

  async nextDueAt(): Promise<Date | null> {
    const [{ at }] = await this.db.reader.query<[{ at: Date | null }]>(
      `select min(least(warn_at, case when alarmed_at is null then due_at end)) as at from dispute
        where due_at is not null`,
    );
    return at;
  }

  private async one(tx: Tx, id: string, now: Date): Promise<boolean> {
    const dispute = await this.disputes.lockIfFree(tx, id);
    if (!dispute?.dueAt) return false;
    if (dispute.dueAt <= now) return this.passed(tx, dispute, dispute.dueAt, now);
    if (!dispute.warnAt || dispute.warnAt > now) return false;
    dispute.warnAt = null;
    await this.disputes.save(tx, dispute);
    await this.events.tell(tx, deadlineNear(dispute, dispute.dueAt));
    return true;
  }

  private async passed(tx: Tx, dispute: Dispute, dueAt: Date, now: Date): Promise<boolean> {
    if (dispute.state === 'decided') return this.becomesFinal(tx, dispute, now);
    if (dispute.awaitsDecision) return this.alarm(tx, dispute, dueAt, now);
    const why = dispute.state === 'open' ? 'assistant_silent' : 'offer_unanswered';
    dispute.goToStaff(now);
    await this.disputes.save(tx, dispute);
    await this.events.tell(tx, disputeReferred(dispute, why));
    return true;
  }

  private async becomesFinal(tx: Tx, dispute: Dispute, now: Date): Promise<boolean> {
    const decision = await this.decisions.standing(tx, dispute.id, 1);
    if (!decision) throw new Error(`Dispute ${dispute.id} is decided without a decision`);
    await this.conclude.finish(tx, dispute, decision, now);
    return true;
  }

  private async alarm(tx: Tx, dispute: Dispute, dueAt: Date, now: Date): Promise<boolean> {
    if (dispute.alarmedAt !== null) return false;
    dispute.alarmedAt = now;
    await this.disputes.save(tx, dispute);
    await this.events.tell(tx, decisionLate(dispute, dueAt));
    return true;
  }
}

/** $1 now. */
const DUE = `
  select id from dispute
   where warn_at <= $1 or (due_at <= $1 and (alarmed_at is null or state not in ('deciding', 'appealed')))
   order by due_at, id`;
