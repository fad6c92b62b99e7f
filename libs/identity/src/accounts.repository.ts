import { Database, type Tx } from '@app/database';
import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';

import { Account, type Language } from './account.entity.ts';
import { AccountNotFound } from './identity.errors.ts';

/** For mail to this person only; never over the wire to anyone else. */
export interface Addressee {
  readonly id: string;
  readonly name: string;
  readonly zone: string;
  readonly email: string;
  /** Null: they never said. */
  readonly language: Language | null;
}

@Injectable()
export class Accounts {
  constructor(private readonly db: Database) {}

  async find(id: string): Promise<Account> {
    const account = await this.db.reader.findOneBy(Account, { id });
    if (!account) throw new AccountNotFound();
    return account;
  }

  /** Without regard to case. */
  findByEmail(email: string): Promise<Account | null> {
    return this.db.reader.findOneBy(Account, { email });
  }

  /** By id; ids that nobody has are left out, and those who asked to be forgotten. */
  async addressees(ids: readonly string[]): Promise<Map<string, Addressee>> {
    const people = await this.db.reader.find(Account, {
      select: { id: true, name: true, zone: true, email: true, language: true },
      where: { id: In([...ids]), erasedAt: IsNull() },
    });
    return new Map(people.map(({ id, name, zone, email, language }) => [id, { id, name, zone, email, language }]));
  }

  /** Whose the address is from now on: another account's id when it had one already, and then nothing was written. */
  async claimAddress(tx: Tx, account: Account): Promise<string> {
    const { id, email, name, zone, language, passwordHash, createdAt } = account;
    await tx.query(
      `insert into account (id, email, name, zone, language, password_hash, created_at) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (email) do nothing`,
      [id, email, name, zone, language, passwordHash, createdAt],
    );
    // A statement of its own: only a new snapshot sees the account that won the race.
    const { id: holder } = await tx.findOneByOrFail(Account, { email });
    return holder;
  }

  /** The account, its row locked until the transaction ends. */
  async lock(tx: Tx, id: string): Promise<Account> {
    const account = await tx.findOne(Account, { where: { id }, lock: { mode: 'for_no_key_update' } });
    if (!account) throw new AccountNotFound();
    return account;
  }

  async save(tx: Tx, account: Account): Promise<void> {
    await tx.save(account);
  }
}
