import { Database } from '@app/database';
import { KeepFile } from '@app/files';
import { type Actor, Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { assertMayState } from './add-statement.ts';
import type { Dispute } from './dispute.entity.ts';
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
      const file = { ownerId: actor.userId, purpose: 'dispute_evidence', name, bytes } as const;
      const { id: fileId } = await this.keepFile.run(tx, file);
      await this.statements.addBeside(tx, actor, dispute, { kind: 'file', text, fileId }, this.clock.now());
      return dispute;
    });
  }
}
