import type { Worth } from '@app/billing';
import { Database } from '@app/database';
import { allow, type User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { isAssistant } from './dispute.policy.ts';
import { Disputes } from './disputes.repository.ts';
import { RefundTotals } from './refund-totals.ts';
import { type RefundOfLine, refundsOf } from './refunds-of-lines.ts';
import { Shares } from './shares.ts';

/** What an offer would give back, before it is made. */
@Injectable()
export class PreviewOffer {
  constructor(
    private readonly db: Database,
    private readonly disputes: Disputes,
    private readonly shares: Shares,
    private readonly totals: RefundTotals,
  ) {}

  /** Throws `LineNotDisputed` or `MoreThanDisputed`. */
  async run(actor: User, disputeId: string, lines: readonly RefundOfLine[]): Promise<Worth> {
    const dispute = await this.disputes.find(actor, disputeId);
    allow(isAssistant(actor, dispute), 'answer this dispute');
    const refunds = refundsOf(await this.shares.lines(this.db.reader, disputeId), lines);
    return (await this.totals.of(disputeId, refunds)).refunded;
  }
}
