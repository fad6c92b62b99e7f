import { Audit } from '@app/audit';
import { Database } from '@app/database';
import { Impersonations } from '@app/identity';
import { Clock, type Staff } from '@app/kernel';
import { Injectable } from '@nestjs/common';

@Injectable()
export class EndImpersonation {
  constructor(
    private readonly db: Database,
    private readonly impersonations: Impersonations,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Sees with their own eyes again; nothing when they did already. `session` is the asking one's token. */
  run(actor: Staff, session: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const now = this.clock.now();
      const ended = await this.impersonations.end(tx, session, now);
      if (!ended) return;
      const subject = { kind: 'account', id: ended.accountId };
      const before = { impersonationId: ended.id };
      await this.audit.record(tx, { actor, action: 'impersonation.ended', subject, before }, now);
    });
  }
}
