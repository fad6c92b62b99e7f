import { Database, type Tx } from '@app/database';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

export interface Totp {
  /** As it is kept: encrypted. */
  readonly secret: Buffer;
  readonly confirmedAt: Date | null;
}

/** The authenticator apps that people have enrolled: one a person. */
@Injectable()
export class Totps {
  constructor(private readonly db: Database) {}

  async find(accountId: string, db: EntityManager = this.db.reader): Promise<Totp | null> {
    const [found] = await db.query<Totp[]>(
      `select secret, confirmed_at as "confirmedAt" from totp where account_id = $1`,
      [accountId],
    );
    return found ?? null;
  }

  /** Whether a code of it is asked for at sign-in. */
  async isOn(accountId: string, db: EntityManager = this.db.reader): Promise<boolean> {
    return ((await this.find(accountId, db))?.confirmedAt ?? null) !== null;
  }

  /** In the place of one that was never confirmed. False: a confirmed one stands, and nothing was written. */
  async begin(tx: Tx, accountId: string, secret: Buffer, now: Date): Promise<boolean> {
    const begun = await tx.query<unknown[]>(
      `insert into totp (account_id, secret, created_at) values ($1, $2, $3)
       on conflict (account_id) do update set secret = excluded.secret, created_at = excluded.created_at, last_step = null
        where totp.confirmed_at is null
       returning 1`,
      [accountId, secret, now],
    );
    return begun.length > 0;
  }

  /** Takes the code of this step. False: one of this step or a later one was taken, or the secret is another by now. */
  async take(tx: Tx, accountId: string, { secret }: Totp, step: number): Promise<boolean> {
    const [taken] = await tx.query<[unknown[], number]>(
      `update totp set last_step = $3
        where account_id = $1 and secret = $2 and (last_step is null or last_step < $3) returning 1`,
      [accountId, secret, step],
    );
    return taken.length > 0;
  }

  async confirm(tx: Tx, accountId: string, now: Date): Promise<void> {
    await tx.query(`update totp set confirmed_at = $2 where account_id = $1 and confirmed_at is null`, [
      accountId,
      now,
    ]);
  }

  /** False: there was none that was confirmed. */
  async remove(tx: Tx, accountId: string): Promise<boolean> {
    const [removed] = await tx.query<[unknown[], number]>(
      `delete from totp where account_id = $1 and confirmed_at is not null returning 1`,
      [accountId],
    );
    return removed.length > 0;
  }
}
