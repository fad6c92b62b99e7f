import { Audit } from '@app/audit';
import { Database, type Tx } from '@app/database';
import { Clock, Conflict, type Staff } from '@app/kernel';
import { Ledger } from '@app/ledger';
import { Injectable } from '@nestjs/common';

import { RefundNotFound } from './giving-back.errors.ts';
import { refundPaidOtherwise } from './giving-back.journals.ts';
import { requireNeverParty } from './never-party.ts';
import { Refund } from './refund.entity.ts';
import { Refunds } from './refunds.repository.ts';

/** What staff do about a refund that Stripe refused, or that the card's bank sent back. Throws `party_to_it`, `refund_not_stuck`. */
@Injectable()
export class ResolveRefund {
  constructor(
    private readonly db: Database,
    private readonly refunds: Refunds,
    private readonly ledger: Ledger,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Asks Stripe once more. */
  retry(actor: Staff, id: string, reason: string): Promise<void> {
    return this.resolve(actor, id, 'refund.retried', reason, (_, refund, now) => {
      refund.retry(now);
      return Promise.resolve();
    });
  }

  /** The client has been paid from the bank: `note` says how, and where it can be found. */
  payOtherwise(actor: Staff, id: string, note: string): Promise<void> {
    return this.resolve(actor, id, 'refund.paid_otherwise', note, async (tx, refund, now) => {
      refund.payOtherwise(actor.userId, note, now);
      await this.ledger.post(tx, refundPaidOtherwise(refund, now));
    });
  }

  private resolve(
    actor: Staff,
    id: string,
    action: string,
    reason: string,
    work: (tx: Tx, refund: Refund, now: Date) => Promise<void>,
  ): Promise<void> {
    return this.db.transaction(async (tx) => {
      const now = this.clock.now();
      const refund = await this.refunds.lock(tx, id);
      if (!refund) throw new RefundNotFound(id);
      await requireNeverParty(tx, actor, refund.clientId);
      if (refund.state !== 'refused' && refund.state !== 'failed') throw new RefundNotStuck();
      const before = { state: refund.state, failure: refund.failure };
      await work(tx, refund, now);
      await tx.save(refund);
      const after = { state: refund.state };
      await this.audit.record(tx, { actor, action, subject: { kind: 'refund', id }, before, after, reason }, now);
    });
  }
}

class RefundNotStuck extends Conflict {
  constructor() {
    super('refund_not_stuck', 'This refund is on its way, or was settled: there is nothing to do for it.');
  }
}
