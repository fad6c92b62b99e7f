import type { Tx } from '@app/database';
import { Events } from '@app/delivery';
import { Injectable } from '@nestjs/common';

import type { DisputedTime, ReviewedWeek } from './disputable-time.ts';
import { Dispute, type Ground } from './dispute.entity.ts';
import { NotDisputable } from './dispute.errors.ts';
import { disputeOpened } from './dispute.events.ts';
import type { Side } from './dispute.policy.ts';
import { Disputes } from './disputes.repository.ts';
import { FreezeEvidence } from './evidence/freeze-evidence.ts';
import { Shares } from './shares.ts';
import { Statements } from './statements.ts';

export interface Beginning {
  readonly origin: 'review' | 'late_claim';
  readonly ground: Ground;
  readonly reason: string;
  readonly week: ReviewedWeek;
  readonly openedBy: string;
  readonly side: Side;
  readonly time: readonly DisputedTime[];
}

/** What every dispute begins with, whoever opens it: the money set aside, the evidence frozen, both sides told. */
@Injectable()
export class BeginDispute {
  constructor(
    private readonly disputes: Disputes,
    private readonly shares: Shares,
    private readonly statements: Statements,
    private readonly evidence: FreezeEvidence,
    private readonly events: Events,
  ) {}

  async run(tx: Tx, { week, time, side, ...told }: Beginning, now: Date): Promise<Dispute> {
    if (week.invoiceId === null) throw new NotDisputable('not_invoiced');
    const number = await this.disputes.nextNumber(tx);
    const { contractId, clientId, assistantId, invoiceId } = week;
    const parties = { contractId, contractWeekId: week.id, clientId, assistantId, invoiceId };
    const dispute = Dispute.open({ number, ...told, ...parties }, now);
    await this.disputes.add(tx, dispute);
    await this.shares.hold(tx, dispute, time, now);
    await this.evidence.run(tx, dispute, now);
    const opening = { disputeId: dispute.id, side, byId: told.openedBy, kind: 'opening', text: told.reason } as const;
    await this.statements.add(tx, opening, now);
    await this.events.tell(tx, disputeOpened(dispute));
    return dispute;
  }
}
