import type { Tx } from '@app/database';
import { Injectable } from '@nestjs/common';

export type AuditActor =
  | { readonly kind: 'user' | 'staff'; readonly userId: string }
  /** Kontor itself: a sweep, a handler, or the operator's command line. */
  | { readonly kind: 'system' };

export interface Audited {
  readonly actor: AuditActor;
  /** What was done, as `thing.done`: `dispute.decided`. */
  readonly action: string;
  /** What it was done to. The id is a UUID of ours, or Stripe's where the thing is theirs. */
  readonly subject: { readonly kind: string; readonly id: string };
  /** Ids, codes, amounts and instants only: what stands here can never be taken away. */
  readonly before?: object | undefined;
  readonly after?: object | undefined;
  /** A code, or what a member of staff wrote; no personal data. */
  readonly reason?: string | undefined;
}

/** Who did what to what, and what that changed: every security event and every action of staff, for good. */
@Injectable()
export class Audit {
  /** In the transaction of what it tells of. The worker seals what is written into a chain of blocks. */
  async record(tx: Tx, audited: Audited, now: Date): Promise<void> {
    const { actor, action, subject, before, after, reason } = audited;
    await tx.query(
      `insert into audit_entry (actor_kind, actor_id, action, subject_kind, subject_id, before, after, reason, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        actor.kind,
        actor.kind === 'system' ? null : actor.userId,
        action,
        subject.kind,
        subject.id,
        before === undefined ? null : JSON.stringify(before),
        after === undefined ? null : JSON.stringify(after),
        reason ?? null,
        now,
      ],
    );
  }
}
