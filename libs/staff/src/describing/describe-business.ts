import { Database } from '@app/database';
import { type Suspension, Suspensions } from '@app/identity';
import { Injectable } from '@nestjs/common';

import { NothingFound } from '../staff.errors.ts';

export interface BusinessPage {
  readonly business: {
    readonly id: string;
    readonly name: string;
    readonly country: string;
    readonly zone: string;
    readonly createdAt: Date;
    readonly stripeCustomerId: string | null;
    readonly chargeable: boolean;
    readonly billingHoldAt: Date | null;
    readonly suspendedAt: Date | null;
  };
  readonly members: readonly { id: string; name: string; email: string; role: string; since: Date }[];
  readonly cards: readonly { brand: string; last4: string; isDefault: boolean; removedAt: Date | null }[];
  readonly contracts: readonly { id: string; title: string; state: string; assistant: string; rateCents: number }[];
  readonly invoices: readonly { id: string; number: string; state: string; totalCents: number; issuedAt: Date }[];
  readonly chargebacks: readonly { id: string; state: string; amountCents: number; openedAt: Date }[];
  readonly suspensions: readonly Suspension[];
}

@Injectable()
export class DescribeBusiness {
  constructor(
    private readonly db: Database,
    private readonly suspensions: Suspensions,
  ) {}

  /** Throws `NothingFound`. */
  async run(id: string): Promise<BusinessPage> {
    const [business] = await this.#rows<BusinessPage['business']>(
      `select b.id, b.name, b.country, b.zone, b.created_at as "createdAt", u.stripe_id as "stripeCustomerId",
              coalesce(s.chargeable, false) as chargeable, s.billing_hold_at as "billingHoldAt", s.suspended_at as "suspendedAt"
         from business b left join stripe_customer u on u.client_id = b.id left join client_standing s on s.client_id = b.id
        where b.id = $1`,
      id,
    );
    if (!business) throw new NothingFound('business');
    return {
      business,
      members: await this.#rows(
        `select a.id, a.name, a.email, m.role, m.since from business_member m join account a on a.id = m.account_id
          where m.business_id = $1 order by m.since, a.id`,
        id,
      ),
      cards: await this.#rows(
        `select brand, last4, is_default as "isDefault", removed_at as "removedAt" from saved_card
          where client_id = $1 order by saved_at desc`,
        id,
      ),
      contracts: await this.#rows(
        `select c.id, c.title, c.state, a.name as assistant, c.rate_cents::int as "rateCents"
           from contract c join account a on a.id = c.assistant_id where c.client_id = $1 order by c.offered_at desc limit 100`,
        id,
      ),
      invoices: await this.#rows(
        `select id, number, state, total_cents::float8 as "totalCents", issued_at as "issuedAt" from invoice
          where client_id = $1 order by issued_at desc, id limit 100`,
        id,
      ),
      chargebacks: await this.#rows(
        `select id, state, amount_cents::float8 as "amountCents", opened_at as "openedAt" from chargeback
          where client_id = $1 order by opened_at desc`,
        id,
      ),
      suspensions: await this.suspensions.of({ kind: 'business', id }),
    };
  }

  #rows<Row>(sql: string, id: string): Promise<Row[]> {
    return this.db.reader.query<Row[]>(sql, [id]);
  }
}
