import { randomUUIDv7 } from 'node:crypto';

import { Database, type Tx } from '@app/database';
import { Events } from '@app/delivery';
import { type Actor, actsFor, allow, Clock, requireVerified } from '@app/kernel';
import { Standings } from '@app/profiles';
import { type Card, StripeGateway } from '@app/stripe';
import { Injectable } from '@nestjs/common';

import { CardSetupNotFound } from './billing.errors.ts';
import { cardSaved } from './billing.events.ts';
import { maySaveCard } from './billing.policy.ts';
import { CardSetup } from './card-setup.entity.ts';
import { SavedCard } from './saved-card.entity.ts';

/** What Stripe says of a setup becomes ours. The page the client returns to calls it, and so does the webhook. */
@Injectable()
export class CompleteCardSetup {
  constructor(
    private readonly db: Database,
    private readonly stripe: StripeGateway,
    private readonly standings: Standings,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** The card; null while none was saved. */
  async run(actor: Actor, setupId: string): Promise<SavedCard | null> {
    const setup = await this.db.reader.findOneBy(CardSetup, { id: setupId });
    if (!setup || !actsFor(actor, setup.clientId)) throw new CardSetupNotFound(setupId);
    allow(maySaveCard(actor, setup.clientId), 'save a card for this business');
    requireVerified(actor);
    return this.complete(setup);
  }

  /** The same, for a session of Stripe's that its webhook is about; null for one that is not ours. */
  async runForSession(sessionId: string): Promise<SavedCard | null> {
    const setup = await this.db.reader.findOneBy(CardSetup, { sessionId });
    return setup && this.complete(setup);
  }

  private async complete(setup: CardSetup): Promise<SavedCard | null> {
    if (setup.sessionId === null) return null;
    const { complete, card } = await this.stripe.readCardSetup(setup.sessionId);
    if (!complete || !card) return null;
    return this.db.transaction(async (tx) => {
      const lock = { mode: 'for_no_key_update' } as const;
      const { completedAt } = await tx.findOneOrFail(CardSetup, { where: { id: setup.id }, lock });
      if (!completedAt) await this.save(tx, setup, card);
      return tx.findOneByOrFail(SavedCard, { paymentMethodId: card.paymentMethodId });
    });
  }

  private async save(tx: Tx, { id, clientId }: CardSetup, card: Card): Promise<void> {
    const now = this.clock.now();
    await tx.update(CardSetup, { id }, { completedAt: now });
    // Two setups of one client end one after the other: only one card is the default.
    await tx.query(`select 1 from stripe_customer where client_id = $1 for no key update`, [clientId]);
    await tx.update(SavedCard, { clientId, isDefault: true }, { isDefault: false });
    const saved = { ...card, id: randomUUIDv7(), clientId, savedAt: now, removedAt: null, isDefault: true };
    await tx.insert(SavedCard, saved);
    await this.standings.setChargeable(tx, clientId, true);
    // What could not be charged is tried with the new card at once.
    await tx.query(
      `update invoice set next_attempt_at = $2 where client_id = $1 and state in ('past_due', 'uncollectible')`,
      [clientId, now],
    );
    await this.events.tell(tx, cardSaved(clientId, saved.id));
  }
}
