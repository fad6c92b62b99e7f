import { Audit } from '@app/audit';
import { Database } from '@app/database';
import { KeepFile } from '@app/files';
import { type Actor, Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { assertMayState } from './add-statement.ts';
import type { Dispute } from './dispute.entity.ts';
import { sideOf } from './dispute.policy.ts';
import { Disputes } from './disputes.repository.ts';
import { Statements } from './statements.ts';

/** Either side, or staff, adds a file to the evidence. */
@Injectable()
export class AddFile {
  constructor(
    private readonly db: Database,
    private readonly disputes: Disputes,
    private readonly statements: Statements,
    private readonly keepFile: KeepFile,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Throws what `KeepFile` throws, Forbidden, or `DisputeClosed`. */
  run(
    actor: Exclude<Actor, { kind: 'system' }>,
    disputeId: string,
    { name, bytes, text }: { readonly name: string; readonly bytes: Uint8Array; readonly text: string },
  ): Promise<Dispute> {
    return this.db.transaction(async (tx) => {
      const dispute = await this.disputes.lock(tx, actor, disputeId);
      assertMayState(actor, dispute);
      const { userId } = actor;
      const { id: fileId } = await this.keepFile.run(tx, { ownerId: userId, purpose: 'dispute_evidence', name, bytes });
      const side = sideOf(actor, dispute);
      const now = this.clock.now();
      const statement = { disputeId, side, byId: userId, kind: 'file', text, fileId } as const;
      const after = { statementId: await this.statements.add(tx, statement, now), fileId };
      if (actor.kind === 'staff') {
        const subject = { kind: 'dispute', id: disputeId };
        await this.audit.record(tx, { actor, action: 'dispute.file_added', subject, after }, now);
      }
      return dispute;
    });
  }
}
