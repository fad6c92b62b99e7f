import { Database } from '@app/database';
import { WebhookInbox } from '@app/delivery';
import { StripeGateway, type WebhookEndpoint } from '@app/stripe';
import { Injectable } from '@nestjs/common';

/** Stores what Stripe tells, and no more: the worker reads the object again and does what it means. */
@Injectable()
export class ReceiveWebhook {
  constructor(
    private readonly db: Database,
    private readonly inbox: WebhookInbox,
    private readonly stripe: StripeGateway,
  ) {}

  /** `rawBody` byte by byte as it came, since that is what was signed. Throws `webhook_signature`. False: a duplicate. */
  async run(endpoint: WebhookEndpoint, rawBody: Buffer, signature: string): Promise<boolean> {
    const webhook = this.stripe.readWebhook(endpoint, rawBody, signature);
    return this.db.transaction((tx) => this.inbox.receive(tx, webhook));
  }
}
