import { randomUUIDv7 } from 'node:crypto';

import { Audit } from '@app/audit';
import type { Tx } from '@app/database';
import type { Actor } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import type { Dispute } from './dispute.entity.ts';
import { type Side, sideOf } from './dispute.policy.ts';

export interface Statement {
  readonly disputeId: string;
  readonly side: Side;
  readonly byId: string;
  readonly kind: 'opening' | 'answer' | 'offer' | 'statement' | 'appeal' | 'file';
  readonly text: string;
  readonly fileId?: string;
}

type Added = Pick<Statement, 'text' | 'fileId'> & { readonly kind: 'statement' | 'file' };

/** What each side says, added to the evidence and never taken away. */
@Injectable()
export class Statements {
  constructor(private readonly audit: Audit) {}

  /** What somebody adds beside the moves of the dispute; of staff it is recorded. The caller has shown that they may. */
  async addBeside(
    tx: Tx,
    actor: Exclude<Actor, { kind: 'system' }>,
    dispute: Dispute,
    { kind, text, fileId }: Added,
    now: Date,
  ): Promise<void> {
    const statement = { disputeId: dispute.id, side: sideOf(actor, dispute), byId: actor.userId, kind, text };
    const ofFile = fileId === undefined ? {} : { fileId };
    const statementId = await this.add(tx, { ...statement, ...ofFile }, now);
    if (actor.kind !== 'staff') return;
    const subject = { kind: 'dispute', id: dispute.id };
    const after = { statementId, ...ofFile };
    await this.audit.record(tx, { actor, action: `dispute.${kind}_added`, subject, after }, now);
  }

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
