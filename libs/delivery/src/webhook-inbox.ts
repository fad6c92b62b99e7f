import { Database, type Tx } from '@app/database';
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

export interface StoredWebhook extends ReceivedWebhook {
  readonly receivedAt: Date;
}

export type WebhookReceived = DomainEvent<
  'webhook.received',
  { webhookId: string; type: string; objectId: string; account: string | null }
>;

/** The api stores a webhook and answers; the worker does what it means. */
@Injectable()
export class WebhookInbox {
  constructor(
    private readonly db: Database,
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
    await this.#tell(tx, webhook);
    return true;
  }

  /** The latest first. */
  list(limit: number): Promise<StoredWebhook[]> {
    return this.db.reader.query(
      `select id, type, object_id as "objectId", account, received_at as "receivedAt"
         from webhook_inbox order by received_at desc, id limit $1`,
      [limit],
    );
  }

  /** As if it had just come: the object is read again at Stripe. False: it never came. */
  async replay(tx: Tx, id: string): Promise<boolean> {
    const [webhook] = await tx.query<ReceivedWebhook[]>(
      `select id, type, object_id as "objectId", account from webhook_inbox where id = $1`,
      [id],
    );
    if (webhook) await this.#tell(tx, webhook);
    return webhook !== undefined;
  }

  async #tell(tx: Tx, { id: webhookId, type, objectId, account }: ReceivedWebhook): Promise<void> {
    await this.events.tell(tx, { type: 'webhook.received', payload: { webhookId, type, objectId, account } });
  }
}
