import { Database } from '@app/database';
import { type Impersonation, Impersonations, type Suspension, Suspensions } from '@app/identity';
import { Injectable } from '@nestjs/common';

import { NothingFound } from '../staff.errors.ts';

export interface PersonFacts {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly zone: string;
  readonly createdAt: Date;
  readonly emailVerifiedAt: Date | null;
  readonly suspendedAt: Date | null;
  readonly isStaff: boolean;
  readonly liveSessions: number;
  readonly lastSeenAt: Date | null;
}

export interface ComingPayout {
  /** One of its earnings, by which staff hold all of it. */
  readonly earningId: string;
  readonly invoiceId: string;
  readonly invoiceNumber: string;
  readonly clientName: string;
  readonly cents: number;
  /** Of its earnings. */
  readonly states: readonly string[];
  /** null: not before its review is over. */
  readonly releasesAt: Date | null;
  /** When the first of it is let go; null: staff do not hold all of it. */
  readonly heldUntil: Date | null;
}

export interface PersonPage {
  readonly person: PersonFacts;
  readonly businesses: readonly { id: string; name: string; role: string; since: Date }[];
  /** null: no profile. */
  readonly assistant: { headline: string; country: string; rateCents: number; publishedAt: Date | null } | null;
  /** null: no way to be paid was ever begun. */
  readonly payee: { state: string; stateAt: Date; stripeAccountId: string | null; country: string } | null;
  readonly contracts: readonly { id: string; title: string; state: string; client: string; rateCents: number }[];
  /** What they earned, by how far it has come. */
  readonly earnings: readonly { state: string; count: number; cents: number }[];
  /** What is to be transferred to them: one for each invoice and release. The soonest first. */
  readonly payouts: readonly ComingPayout[];
  readonly debtCents: number;
  readonly suspensions: readonly Suspension[];
  readonly impersonations: readonly Impersonation[];
}

@Injectable()
export class DescribePerson {
  constructor(
    private readonly db: Database,
    private readonly suspensions: Suspensions,
    private readonly impersonations: Impersonations,
  ) {}

  /** Throws `NothingFound`. */
  async run(id: string, now: Date): Promise<PersonPage> {
    const [person] = await this.#rows<PersonFacts>(
      `select a.id, a.name, a.email, a.zone, a.created_at as "createdAt", a.email_verified_at as "emailVerifiedAt",
              a.suspended_at as "suspendedAt",
              exists (select from staff_grant g where g.account_id = a.id and g.revoked_at is null) as "isStaff",
              (select count(*)::int from session s where s.account_id = a.id and s.ended_at is null and s.expires_at > $2) as "liveSessions",
              (select max(s.seen_at) from session s where s.account_id = a.id) as "lastSeenAt"
         from account a where a.id = $1`,
      [id, now],
    );
    if (!person) throw new NothingFound('person');
    const [assistant = null] = await this.#rows<NonNullable<PersonPage['assistant']>>(
      `select headline, country, rate_cents::int as "rateCents", published_at as "publishedAt"
         from assistant_profile where account_id = $1`,
      [id],
    );
    const [payee = null] = await this.#rows<NonNullable<PersonPage['payee']>>(
      `select state, state_at as "stateAt", stripe_account_id as "stripeAccountId", country from payee where id = $1`,
      [id],
    );
    return { person, assistant, payee, ...(await this.#lists(id)) };
  }

  async #lists(id: string): Promise<Omit<PersonPage, 'person' | 'assistant' | 'payee'>> {
    const [debt] = await this.#rows<{ cents: number }>(
      `select coalesce(sum(amount_cents - reversed_cents - recovered_cents - written_off_cents), 0)::float8 as cents
         from assistant_debt where assistant_id = $1 and closed_at is null`,
      [id],
    );
    return {
      businesses: await this.#rows(
        `select b.id, b.name, m.role, m.since from business_member m join business b on b.id = m.business_id
          where m.account_id = $1 order by m.since, b.id`,
        [id],
      ),
      contracts: await this.#rows(
        `select c.id, c.title, c.state, b.name as client, c.rate_cents::int as "rateCents"
           from contract c join business b on b.id = c.client_id where c.assistant_id = $1 order by c.offered_at desc limit 100`,
        [id],
      ),
      earnings: await this.#rows(
        `select state, count(*)::int as count, sum(amount_cents)::float8 as cents from earning
          where assistant_id = $1 group by state order by state`,
        [id],
      ),
      payouts: await this.#rows(PAYOUTS, [id]),
      debtCents: debt?.cents ?? 0,
      suspensions: await this.suspensions.of({ kind: 'account', id }),
      impersonations: await this.impersonations.ofPerson(id),
    };
  }

  #rows<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.db.reader.query<Row[]>(sql, values);
  }
}

/** Together goes what is released at the same instant and was charged together. */
const PAYOUTS = `
  select (array_agg(e.id order by e.id))[1] as "earningId", i.id as "invoiceId", i.number as "invoiceNumber",
         b.name as "clientName", sum(e.amount_cents)::float8 as cents, array_agg(distinct e.state) as states,
         e.releases_at as "releasesAt", case when bool_and(h.until is not null) then min(h.until) end as "heldUntil"
    from earning e
    join invoice i on i.id = e.invoice_id
    join business b on b.id = e.client_id
    left join lateral (select max(until) as until from earning_hold
                        where earning_id = e.id and cause_kind = 'staff' and released_at is null) h on true
   where e.assistant_id = $1 and e.state in ('held', 'due', 'blocked')
   group by i.id, b.id, e.releases_at order by e.releases_at nulls last, i.number limit 100`;
