import { randomUUIDv7 } from 'node:crypto';

import { Database, type Tx } from '@app/database';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

export interface NewPasskey {
  readonly accountId: string;
  /** As its maker chose it, base64url. */
  readonly credentialId: string;
  readonly publicKey: Uint8Array;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly name: string;
  /** Whether its maker keeps it on several devices. */
  readonly isSynced: boolean;
}

/** As its owner sees it in a list. */
export interface Passkey {
  readonly id: string;
  readonly name: string;
  readonly isSynced: boolean;
  readonly createdAt: Date;
  readonly usedAt: Date | null;
}

/** What an answer is checked with. */
export interface PasskeyLock {
  readonly id: string;
  readonly accountId: string;
  readonly credentialId: string;
  readonly publicKey: Uint8Array<ArrayBuffer>;
  readonly counter: number;
  readonly transports: string[];
}

interface LockRow extends Omit<PasskeyLock, 'publicKey' | 'counter'> {
  publicKey: Buffer;
  counter: string;
}

@Injectable()
export class Passkeys {
  constructor(private readonly db: Database) {}

  /** The oldest first. */
  ofPerson(accountId: string, db: EntityManager = this.db.reader): Promise<Passkey[]> {
    return db.query(
      `select id, name, is_synced as "isSynced", created_at as "createdAt", used_at as "usedAt"
         from passkey where account_id = $1 order by created_at, id`,
      [accountId],
    );
  }

  async credentialsOf(accountId: string): Promise<{ id: string; transports: string[] }[]> {
    return this.db.reader.query(
      `select credential_id as id, transports from passkey where account_id = $1 order by created_at, id`,
      [accountId],
    );
  }

  async byCredential(credentialId: string): Promise<PasskeyLock | null> {
    const [row] = await this.db.reader.query<LockRow[]>(
      `select id, account_id as "accountId", credential_id as "credentialId", public_key as "publicKey", counter, transports
         from passkey where credential_id = $1`,
      [credentialId],
    );
    return row ? { ...row, publicKey: new Uint8Array(row.publicKey), counter: Number(row.counter) } : null;
  }

  /** Null: this very passkey is kept already. */
  async add(tx: Tx, passkey: NewPasskey, now: Date): Promise<string | null> {
    const { accountId, credentialId, publicKey, counter, transports, name, isSynced } = passkey;
    const [added] = await tx.query<{ id: string }[]>(
      `insert into passkey (id, account_id, credential_id, public_key, counter, transports, name, is_synced, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (credential_id) do nothing returning id`,
      [randomUUIDv7(), accountId, credentialId, Buffer.from(publicKey), counter, transports, name, isSynced, now],
    );
    return added?.id ?? null;
  }

  /** False: removed meanwhile, or its counter has not gone on, as a copy's would not. Those that do not count say 0. */
  async use(tx: Tx, id: string, counter: number, now: Date): Promise<boolean> {
    const [used] = await tx.query<[unknown[], number]>(
      `update passkey set counter = $2, used_at = $3
        where id = $1 and (counter < $2 or (counter = 0 and $2 = 0)) returning 1`,
      [id, counter, now],
    );
    return used.length > 0;
  }

  /** False: this person has no such passkey. */
  async rename(tx: Tx, accountId: string, id: string, name: string): Promise<boolean> {
    const [renamed] = await tx.query<[unknown[], number]>(
      `update passkey set name = $3 where id = $2 and account_id = $1 returning 1`,
      [accountId, id, name],
    );
    return renamed.length > 0;
  }

  /** False: this person has no such passkey. */
  async remove(tx: Tx, accountId: string, id: string): Promise<boolean> {
    const [removed] = await tx.query<[unknown[], number]>(
      `delete from passkey where id = $2 and account_id = $1 returning 1`,
      [accountId, id],
    );
    return removed.length > 0;
  }
}
