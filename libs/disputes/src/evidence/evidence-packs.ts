import { Database } from '@app/database';
import type { Actor } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { DisputeNotFound } from '../dispute.errors.ts';
import { Disputes } from '../disputes.repository.ts';

export interface EvidencePack {
  readonly sha256: string;
  readonly frozenAt: Date;
  /** Canonical JSON, exactly as it was hashed. */
  readonly content: string;
}

/** Both sides and staff read the same pack. */
@Injectable()
export class EvidencePacks {
  constructor(
    private readonly db: Database,
    private readonly disputes: Disputes,
  ) {}

  async of(actor: Actor, disputeId: string): Promise<EvidencePack> {
    await this.disputes.find(actor, disputeId);
    const [pack] = await this.db.reader.query<EvidencePack[]>(
      `select sha256, frozen_at as "frozenAt", content from evidence_pack where dispute_id = $1`,
      [disputeId],
    );
    if (!pack) throw new DisputeNotFound(disputeId);
    return pack;
  }
}
