import { randomUUIDv7 } from 'node:crypto';

import { Config } from '@app/config';
import { Database } from '@app/database';
import { actsFor, allow, Clock, requireVerified, type User } from '@app/kernel';
import { StripeGateway } from '@app/stripe';
import { Injectable } from '@nestjs/common';

import { BusinessNotFound } from './billing.errors.ts';
import { maySaveCard } from './billing.policy.ts';
import { CardSetup } from './card-setup.entity.ts';

export interface OpenCardSetup {
  readonly id: string;
  /** Stripe's page, where the client types the card's number; we never see it. */
  readonly url: string;
}

interface Customer {
  stripe_id: string | null;
  name: string;
}

/** Opens the page on which a client saves a card. */
@Injectable()
export class StartCardSetup {
  constructor(
    private readonly db: Database,
    private readonly stripe: StripeGateway,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  async run(actor: User, clientId: string): Promise<OpenCardSetup> {
    if (!actsFor(actor, clientId)) throw new BusinessNotFound(clientId);
    allow(maySaveCard(actor, clientId), 'save a card for this business');
    requireVerified(actor);

    const { setup, customer } = await this.claim(actor, clientId);
    const customerId = customer.stripe_id ?? (await this.createCustomer(clientId, customer));
    const { id: sessionId, url } = await this.stripe.createCardSetup(
      { customerId, setupId: setup.id, clientId, ...this.wayBack(setup.id) },
      { idempotencyKey: `setup:${setup.id}` },
    );
    await this.db.transaction((tx) => tx.update(CardSetup, { id: setup.id }, { sessionId }));
    return { id: setup.id, url };
  }

  private claim(actor: User, clientId: string): Promise<{ setup: CardSetup; customer: Customer }> {
    return this.db.transaction(async (tx) => {
      const startedAt = this.clock.now();
      await tx.query(
        `insert into stripe_customer (client_id, created_at) values ($1, $2) on conflict (client_id) do nothing`,
        [clientId, startedAt],
      );
      const [customer] = await tx.query<[Customer]>(
        `select c.stripe_id, b.name from stripe_customer c join business b on b.id = c.client_id where c.client_id = $1`,
        [clientId],
      );
      const setup = tx.create(CardSetup, {
        id: randomUUIDv7(),
        clientId,
        startedBy: actor.userId,
        sessionId: null,
        startedAt,
        completedAt: null,
      });
      await tx.insert(CardSetup, setup);
      return { setup, customer };
    });
  }

  // Only what is the client's: whoever repeats it after a crash must send the same under the same key.
  private async createCustomer(clientId: string, { name }: Customer): Promise<string> {
    const { id } = await this.stripe.createCustomer({ clientId, name }, { idempotencyKey: `cust:${clientId}` });
    await this.db.transaction((tx) =>
      tx.query(`update stripe_customer set stripe_id = $2 where client_id = $1 and stripe_id is null`, [clientId, id]),
    );
    return id;
  }

  private wayBack(setupId: string): { successUrl: string; cancelUrl: string } {
    const page = new URL('/hire/cards', this.config.env.PUBLIC_URL);
    const done = new URL(page);
    done.searchParams.set('setup', setupId);
    return { successUrl: done.href, cancelUrl: page.href };
  }
}
