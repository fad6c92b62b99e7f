import type { Worth } from '@app/billing';
import { Database } from '@app/database';
import { allow, type User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { isAssistant } from '../dispute.policy.ts';
import { RefundParts } from '../refund-parts.ts';
import { EntryQueries } from './entry-queries.repository.ts';

/** What taking so much time off an entry would give back, before it is said. */
@Injectable()
export class PreviewCorrection {
  constructor(
    private readonly db: Database,
    private readonly queries: EntryQueries,
    private readonly parts: RefundParts,
  ) {}

  async run(actor: User, queryId: string, seconds: number): Promise<Worth> {
    const query = await this.queries.find(actor, queryId);
    allow(isAssistant(actor, query), 'answer this question');
    return this.parts.worth(this.db.reader, { lineId: query.lineId, earningId: null }, seconds);
  }
}
