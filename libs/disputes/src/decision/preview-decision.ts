import { Database } from '@app/database';
import type { Staff } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { NotForDecision } from '../dispute.errors.ts';
import { Disputes } from '../disputes.repository.ts';
import { RefundTotals, type Totals } from '../refund-totals.ts';
import { Shares } from '../shares.ts';
import { FourEyes } from './four-eyes.ts';
import { refundsBy, type Verdicts } from './verdicts.ts';

/** The money of a decision before it is made, to the cent. */
@Injectable()
export class PreviewDecision {
  constructor(
    private readonly db: Database,
    private readonly disputes: Disputes,
    private readonly shares: Shares,
    private readonly totals: RefundTotals,
    private readonly fourEyes: FourEyes,
  ) {}

  async run(staff: Staff, disputeId: string, verdicts: Verdicts): Promise<{ totals: Totals; needsSecond: boolean }> {
    const dispute = await this.disputes.find(staff, disputeId);
    if (!dispute.awaitsDecision) throw new NotForDecision();
    const refunds = refundsBy(verdicts, dispute, await this.shares.lines(this.db.reader, disputeId));
    return { totals: await this.totals.of(disputeId, refunds), needsSecond: await this.fourEyes.needed(dispute) };
  }
}
