import { Audit } from '@app/audit';
import { Database } from '@app/database';
import { WebhookInbox } from '@app/delivery';
import { Clock, type Staff } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { NothingFound } from '../staff.errors.ts';

@Injectable()
export class ReplayWebhook {
  constructor(
    private readonly db: Database,
    private readonly inbox: WebhookInbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** What it is about is read again at Stripe. Throws `NothingFound`. */
  run(actor: Staff, id: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      if (!(await this.inbox.replay(tx, id))) throw new NothingFound('webhook');
      const replayed = { actor, action: 'webhook.replayed', subject: { kind: 'webhook', id } };
      await this.audit.record(tx, replayed, this.clock.now());
    });
  }
}
