import { randomUUIDv7 } from 'node:crypto';

import { type Clock, defaultCyclePolicy, timeline, type User, weekOf } from '@app/kernel';
import type { Client } from 'pg';

/** Rows that a use-case spec begins from, written as the owner. Stories do not use it: they go the way people go. */
export class Arrange {
  #people = 0;

  constructor(
    private readonly owner: Client,
    private readonly clock: Clock,
  ) {}

  /** As somebody who has signed in just now. */
  async account({ name = `Person ${++this.#people}`, zone = 'Europe/Lisbon' } = {}): Promise<User> {
    const id = randomUUIDv7();
    await this.owner.query(
      `insert into account (id, email, name, zone, password_hash, email_verified_at, created_at)
       values ($1, $2, $3, $4, 'none', $5, $5)`,
      [id, `${id}@people.example`, name, zone, this.clock.now()],
    );
    return { kind: 'user', userId: id, businesses: [], emailVerified: true, steppedUpAt: this.clock.now() };
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
    state = 'active',
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

  /**
   * A week that was worked on this contract: entries of so many seconds each, end to end from `from`, and the week
   * frozen unless said otherwise. Its contract week's id. Entries of one assistant must not overlap: choose `from`.
   */
  async week({
    contractId,
    from,
    seconds,
    state = 'frozen',
    limitSeconds = 60 * 3_600,
  }: {
    contractId: string;
    from: Date;
    seconds: number[];
    state?: 'open' | 'frozen';
    limitSeconds?: number;
  }): Promise<string> {
    const { rows } = await this.owner.query<{ client_id: string; assistant_id: string; rate: string; zone: string }>(
      `select client_id, assistant_id, rate_cents as rate, zone from contract c join business b on b.id = c.client_id where c.id = $1`,
      [contractId],
    );
    const [contract] = rows;
    if (!contract) throw new Error(`There is no contract ${contractId}`);
    const week = weekOf(from, contract.zone);
    const { freezesAt, reviewEndsAt } = timeline(week, defaultCyclePolicy, 'new');
    const { rows: weeks } = await this.owner.query<{ id: string }>(
      `insert into client_week (id, client_id, during, zone, freezes_at, review_until)
       values ($1, $2, tstzrange($3, $4), $5, $6, $7)
       on conflict (client_id, lower(during)) do update set zone = excluded.zone returning id`,
      [randomUUIDv7(), contract.client_id, week.start, week.end, week.zone, freezesAt, reviewEndsAt(new Date(0))],
    );
    const id = randomUUIDv7();
    await this.owner.query(
      `insert into contract_week (id, client_week_id, client_id, contract_id, assistant_id, rate_cents, limit_seconds, counted_seconds, state, state_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, 'open', $9)`,
      [
        id,
        weeks[0]?.id,
        contract.client_id,
        contractId,
        contract.assistant_id,
        contract.rate,
        limitSeconds,
        seconds.reduce((sum, entry) => sum + entry, 0),
        this.clock.now(),
      ],
    );
    await this.owner.query(
      `insert into time_entry (id, contract_week_id, contract_id, assistant_id, during, note, source, created_at)
       select gen_random_uuid(), $1, $2, $3, tstzrange($4::timestamptz + make_interval(secs => till - long), $4::timestamptz + make_interval(secs => till)),
              'Answered what customers asked', 'manual', $5
         from (select long, sum(long) over (order by place) as till from unnest($6::bigint[]) with ordinality as entry (long, place)) as entry`,
      [id, contractId, contract.assistant_id, from, this.clock.now(), seconds],
    );
    if (state === 'frozen')
      await this.owner.query(`update contract_week set state = 'frozen', state_at = $2 where id = $1`, [
        id,
        this.clock.now(),
      ]);
    return id;
  }
}
