import { Database } from '@app/database';
import type { Staff } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import type { Dispute } from '../dispute.entity.ts';
import { BarredFromDeciding } from '../dispute.errors.ts';

export type Bar = 'party' | 'decided_before' | 'opened_it';

/** Nobody decides where they are party or have been, what they opened themselves, or the appeal from their own decision. */
@Injectable()
export class WhoDecides {
  constructor(private readonly db: Database) {}

  /** Why this member of staff may not, or null. */
  async barred(staff: Staff, dispute: Dispute, from: EntityManager = this.db.reader): Promise<Bar | null> {
    if (dispute.assistantId === staff.userId) return 'party';
    const [bar] = await from.query<[{ party: boolean; decidedBefore: boolean }]>(BARS, [
      staff.userId,
      dispute.clientId,
      dispute.id,
      dispute.round,
    ]);
    if (bar.party) return 'party';
    if (dispute.openedBy === staff.userId) return 'opened_it';
    return bar.decidedBefore ? 'decided_before' : null;
  }

  /** Throws `BarredFromDeciding`. */
  async require(staff: Staff, dispute: Dispute, from: EntityManager): Promise<void> {
    const bar = await this.barred(staff, dispute, from);
    if (bar) throw new BarredFromDeciding(bar);
  }
}

/** $1 account, $2 client, $3 dispute, $4 round. A member who left has left their traces: what they accepted, offered and asked. */
const BARS = `
  select exists (select from business_member where account_id = $1 and business_id = $2)
      or exists (select from business_invitation where accepted_by = $1 and business_id = $2)
      or exists (select from contract where client_id = $2 and ($1 in (offered_by, assistant_id) or ended_by = $1))
      or exists (select from entry_query where client_id = $2 and asked_by = $1) as party,
         exists (select from dispute_decision d left join dispute_signature s on s.decision_id = d.id
                  where d.dispute_id = $3 and d.round < $4 and ($1 = d.proposed_by or $1 = s.staff_id)) as "decidedBefore"`;
