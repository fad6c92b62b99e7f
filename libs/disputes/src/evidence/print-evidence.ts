import { type Actor, Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { DisputeDetails } from '../dispute-details.ts';
import { Disputes } from '../disputes.repository.ts';
import { EvidencePacks } from './evidence-packs.ts';
import { writeEvidence } from './write-evidence.ts';

export interface PrintedEvidence {
  readonly name: string;
  readonly type: 'application/pdf';
  readonly bytes: Buffer;
}

/** The whole pack as one PDF, with what was added since; the same for both sides and staff. */
@Injectable()
export class PrintEvidence {
  constructor(
    private readonly disputes: Disputes,
    private readonly packs: EvidencePacks,
    private readonly details: DisputeDetails,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, disputeId: string): Promise<PrintedEvidence> {
    const { number } = await this.disputes.find(actor, disputeId);
    const pack = await this.packs.of(actor, disputeId);
    const added = await this.details.of(disputeId, { proposals: false });
    const bytes = await writeEvidence(pack, added, this.clock.now());
    return { name: `evidence-${number}.pdf`, type: 'application/pdf', bytes };
  }
}
