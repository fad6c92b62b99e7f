import { randomUUIDv7 } from 'node:crypto';

import type { Clock, User } from '@app/kernel';
import type { Client } from 'pg';

/** Rows that a use-case spec begins from, written as the owner. Stories do not use it: they go the way people go. */
export class Arrange {
  #people = 0;

  constructor(
    private readonly owner: Client,
    private readonly clock: Clock,
  ) {}

  async account({ name = `Person ${++this.#people}`, zone = 'Europe/Lisbon' } = {}): Promise<User> {
    const id = randomUUIDv7();
    await this.owner.query(
      `insert into account (id, email, name, zone, password_hash, email_verified_at, created_at)
       values ($1, $2, $3, $4, 'none', $5, $5)`,
      [id, `${id}@people.example`, name, zone, this.clock.now()],
    );
    return { kind: 'user', userId: id, businesses: [], emailVerified: true };
  }

  /** A business with this owner; the person as they are once they own it. */
  async business(
    owner: User,
    { name = 'Fjord & Co', zone = 'Europe/Oslo', chargeable = true } = {},
  ): Promise<User & { clientId: string }> {
    const clientId = randomUUIDv7();
    const now = this.clock.now();
    await this.owner.query(`insert into business (id, name, zone, country, created_at) values ($1, $2, $3, 'NO', $4)`, [
      clientId,
      name,
      zone,
      now,
    ]);
    await this.owner.query(
      `insert into business_member (business_id, account_id, role, since) values ($1, $2, 'owner', $3)`,
      [clientId, owner.userId, now],
    );
    await this.owner.query(`insert into client_standing (client_id, chargeable) values ($1, $2)`, [
      clientId,
      chargeable,
    ]);
    return { ...owner, clientId, businesses: [...owner.businesses, { id: clientId, role: 'owner' }] };
  }

  /** A client with its owner, ready to hire. */
  async client(
    options: { name?: string; zone?: string; chargeable?: boolean } = {},
  ): Promise<User & { clientId: string }> {
    return this.business(await this.account(), options);
  }

  /** A person with a published profile. */
  async assistant({
    name = undefined as string | undefined,
    zone = 'Europe/Lisbon',
    country = 'PT',
    rateCents = 1_850,
    capacityMinutes = 2_400,
    payable = true,
  } = {}): Promise<User> {
    const user = await this.account({ zone, ...(name === undefined ? {} : { name }) });
    await this.owner.query(
      `insert into assistant_profile (account_id, headline, country, zone, rate_cents, capacity_minutes, languages, published_at, created_at)
       values ($1, 'Keeps inboxes empty', $2, $3, $4, $5, '{en}', $6, $6)`,
      [user.userId, country, zone, rateCents, capacityMinutes, this.clock.now()],
    );
    await this.owner.query(`insert into payee_standing (assistant_id, payable) values ($1, $2)`, [
      user.userId,
      payable,
    ]);
    return user;
  }

  /** An hourly contract between the two, active since now unless said otherwise. Its id. */
  async contract({
    client,
    assistant,
    rateCents = 1_850,
    weeklyLimitMinutes = 20 * 60,
    state = 'active' as 'offered' | 'active' | 'paused' | 'ended',
    startedAt = this.clock.now(),
  }: {
    client: User & { clientId: string };
    assistant: User;
    rateCents?: number;
    weeklyLimitMinutes?: number;
    state?: 'offered' | 'active' | 'paused' | 'ended';
    startedAt?: Date;
  }): Promise<string> {
    const id = randomUUIDv7();
    await this.owner.query(
      `insert into contract (id, client_id, assistant_id, title, rate_cents, weekly_limit_minutes, client_fee_bp, assistant_fee_bp,
                             offered_by, offered_at, offer_expires_at, started_at, ended_at, state, state_at)
       values ($1, $2, $3, 'Inbox and social media', $4, $5, 1000, 0, $6, $7, $7::timestamptz + interval '7 days', $8, $9, $10, $7)`,
      [
        id,
        client.clientId,
        assistant.userId,
        rateCents,
        weeklyLimitMinutes,
        client.userId,
        startedAt,
        state === 'offered' ? null : startedAt,
        state === 'ended' ? this.clock.now() : null,
        state,
      ],
    );
    return id;
  }
}
