import { Database, type Tx } from '@app/database';
import { Injectable } from '@nestjs/common';

import { Payee } from './payee.entity.ts';

export interface Person {
  readonly email: string;
  readonly name: string;
  /** Of their profile; null before there is one. */
  readonly country: string | null;
}

@Injectable()
export class Payees {
  constructor(private readonly db: Database) {}

  find(assistantId: string): Promise<Payee | null> {
    return this.db.reader.findOne(Payee, { where: { id: assistantId } });
  }

  findByAccount(stripeAccountId: string): Promise<Payee | null> {
    return this.db.reader.findOne(Payee, { where: { stripeAccountId } });
  }

  /** The payee, its row locked until the transaction ends: transfers to it are claimed one at a time. */
  lock(tx: Tx, assistantId: string): Promise<Payee | null> {
    return tx.findOne(Payee, { where: { id: assistantId }, lock: { mode: 'for_no_key_update' } });
  }

  /** Claims the row before Stripe is asked for the account. The one that was there, if there was one. */
  async claim(tx: Tx, assistantId: string, country: string, now: Date): Promise<Payee> {
    await tx.query(
      `insert into payee (id, country, state, state_at, created_at) values ($1, $2, 'onboarding', $3, $3)
       on conflict (id) do nothing`,
      [assistantId, country, now],
    );
    return tx.findOneOrFail(Payee, { where: { id: assistantId } });
  }

  async storeAccount(tx: Tx, assistantId: string, stripeAccountId: string): Promise<void> {
    await tx.query(`update payee set stripe_account_id = $2 where id = $1 and stripe_account_id is null`, [
      assistantId,
      stripeAccountId,
    ]);
  }

  async save(tx: Tx, payee: Payee): Promise<void> {
    await tx.save(payee);
  }

  /** Not active yet, not active any more, or active while Stripe refused a transfer to them. */
  async unsettled(): Promise<{ id: string; stripeAccountId: string }[]> {
    return this.db.reader.query(
      `select id, stripe_account_id as "stripeAccountId" from payee p
        where stripe_account_id is not null
          and (state in ('onboarding', 'restricted')
            or state = 'active' and exists (select from earning e where e.assistant_id = p.id and e.state = 'blocked'
                                              and e.blocked_reason in ('payee_not_ready', 'payee_restricted')))
        order by id`,
    );
  }

  async isPayableCountry(code: string): Promise<boolean> {
    const rows = await this.db.reader.query<unknown[]>(`select from payable_country where code = $1`, [code]);
    return rows.length > 0;
  }

  async person(assistantId: string): Promise<Person> {
    const [person] = await this.db.reader.query<[Person]>(
      `select a.email, a.name, p.country from account a left join assistant_profile p on p.account_id = a.id where a.id = $1`,
      [assistantId],
    );
    return person;
  }
}
