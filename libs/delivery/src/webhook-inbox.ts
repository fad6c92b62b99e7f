import { type Tx } from '@app/database';
import { Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { Events } from './events.ts';
import type { DomainEvent } from './event.ts';

/** What a webhook told us: enough to read the object again. The order in which they arrive means nothing. */
export interface ReceivedWebhook {
  readonly id: string;
  readonly type: string;
  /** The object it is about, to be re-read from Stripe. */
  readonly objectId: string;
  /** The connected account it happened on, or null for the platform's own. */
  readonly account: string | null;
}

export type WebhookReceived = DomainEvent<
  'webhook.received',
  { webhookId: string; type: string; objectId: string; account: string | null }
>;

/** The api stores a webhook and answers; the worker does what it means. */
@Injectable()
export class WebhookInbox {
  constructor(
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** False: it has come before, and nothing was done. */
  async receive(tx: Tx, webhook: ReceivedWebhook): Promise<boolean> {
    const fresh = await tx.query<unknown[]>(
      `insert into webhook_inbox (id, type, object_id, account, received_at) values ($1, $2, $3, $4, $5)
       on conflict do nothing returning id`,
      [webhook.id, webhook.type, webhook.objectId, webhook.account, this.clock.now()],
    );
    if (fresh.length === 0) return false;
    const { id: webhookId, type, objectId, account } = webhook;
    await this.events.tell(tx, { type: 'webhook.received', payload: { webhookId, type, objectId, account } });
    return true;
  }
}
