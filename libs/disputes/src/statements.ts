import { randomUUIDv7 } from 'node:crypto';

import type { Tx } from '@app/database';
import { Injectable } from '@nestjs/common';

import type { Side } from './dispute.policy.ts';

export interface Statement {
  readonly disputeId: string;
  readonly side: Side;
  readonly byId: string;
  readonly kind: 'opening' | 'answer' | 'offer' | 'statement' | 'appeal' | 'file';
  readonly text: string;
  readonly fileId?: string;
}

/** What each side says, added to the evidence and never taken away. */
@Injectable()
export class Statements {
  async add(tx: Tx, { disputeId, side, byId, kind, text, fileId }: Statement, now: Date): Promise<string> {
    const id = randomUUIDv7();
    await tx.query(
      `insert into dispute_statement (id, dispute_id, side, by_id, at, kind, text, file_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, disputeId, side, byId, now, kind, text, fileId ?? null],
    );
    return id;
  }
}
