import { randomUUIDv7 } from 'node:crypto';

import { Database, refusalOf, type Tx } from '@app/database';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { ProviderLoginTaken } from './providers.errors.ts';
import type { Vouched } from './providers.ts';

const UNIQUE = '23505';

/** A way into an account: a person as a provider knows them. */
export interface ProviderLogin {
  readonly id: string;
  readonly provider: string;
  /** As the provider named it when the two were linked. */
  readonly email: string;
  readonly linkedAt: Date;
  readonly usedAt: Date | null;
}

export type NewProviderLogin = Vouched & {
  readonly email: string;
  readonly provider: string;
  readonly accountId: string;
};

@Injectable()
export class ProviderLogins {
  constructor(private readonly db: Database) {}

  /** The oldest first. */
  ofPerson(accountId: string, db: EntityManager = this.db.reader): Promise<ProviderLogin[]> {
    return db.query(
      `select id, provider, email, linked_at as "linkedAt", used_at as "usedAt"
         from provider_login where account_id = $1 order by id`,
      [accountId],
    );
  }

  /** Whose this is, from now on seen as used; null: nobody's. */
  async use(tx: Tx, { issuer, subject }: Vouched, now: Date): Promise<string | null> {
    const [used] = await tx.query<[{ account_id: string }[], number]>(
      `update provider_login set used_at = $3 where issuer = $1 and subject = $2 returning account_id`,
      [issuer, subject, now],
    );
    return used[0]?.account_id ?? null;
  }

  /** Its id. Throws `ProviderLoginTaken`: it leads to an account already, or this one has another of that issuer. */
  async add(tx: Tx, login: NewProviderLogin, now: Date): Promise<string> {
    const { accountId, provider, issuer, subject, email } = login;
    const id = randomUUIDv7();
    try {
      await tx.query(
        `insert into provider_login (id, account_id, provider, issuer, subject, email, linked_at)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [id, accountId, provider, issuer, subject, email, now],
      );
    } catch (error) {
      throw refusalOf(error)?.code === UNIQUE ? new ProviderLoginTaken(provider) : error;
    }
    return id;
  }

  /** False: this person has none of this id. */
  async remove(tx: Tx, accountId: string, id: string): Promise<boolean> {
    const [removed] = await tx.query<[unknown[], number]>(
      `delete from provider_login where id = $2 and account_id = $1 returning id`,
      [accountId, id],
    );
    return removed.length > 0;
  }
}
