import type { Tx } from '@app/database';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import type { Language } from './account.entity.ts';

/** Somebody wants another address, and has not shown yet that it is theirs. */
export interface EmailChange {
  readonly id: string;
  readonly accountId: string;
  readonly email: string;
}

/** As the mail to the old address words it. */
export interface DoneEmailChange {
  readonly accountId: string;
  readonly requestedAt: Date;
  readonly replaced: string;
  readonly email: string;
  readonly name: string;
  readonly zone: string;
  readonly language: Language | null;
}

@Injectable()
export class EmailChanges {
  async add(tx: Tx, { id, accountId, email }: EmailChange, now: Date): Promise<void> {
    await tx.query(`insert into email_change (id, account_id, email, requested_at) values ($1, $2, $3, $4)`, [
      id,
      accountId,
      email,
      now,
    ]);
  }

  /** Null: withdrawn. */
  async findLive(db: EntityManager, id: string): Promise<EmailChange | null> {
    const [change] = await db.query<EmailChange[]>(
      `select id, account_id as "accountId", email from email_change where id = $1 and withdrawn_at is null`,
      [id],
    );
    return change ?? null;
  }

  /** Which address it took the place of, for the mail that tells whoever reads it there. */
  async recordReplaced(tx: Tx, id: string, replaced: string): Promise<void> {
    await tx.query(`update email_change set replaced = $2 where id = $1`, [id, replaced]);
  }

  /** Null: it was never done. */
  async findDone(db: EntityManager, id: string): Promise<DoneEmailChange | null> {
    const [done] = await db.query<DoneEmailChange[]>(
      `select c.account_id as "accountId", c.requested_at as "requestedAt", c.replaced, c.email, a.name, a.zone, a.language
         from email_change c join account a on a.id = c.account_id
        where c.id = $1 and c.replaced is not null`,
      [id],
    );
    return done ?? null;
  }

  /** Whatever this account's changes wait for, they wait in vain. */
  async withdrawAll(tx: Tx, accountId: string, now: Date): Promise<void> {
    await tx.query(`update email_change set withdrawn_at = $2 where account_id = $1 and withdrawn_at is null`, [
      accountId,
      now,
    ]);
  }

  /** Whoever was not the owner may have made ways of their own into the account since then: they lead nowhere any more. */
  async undoDoorsSince(tx: Tx, accountId: string, since: Date): Promise<void> {
    await tx.query(`delete from passkey where account_id = $1 and created_at >= $2`, [accountId, since]);
    await tx.query(`delete from provider_login where account_id = $1 and linked_at >= $2`, [accountId, since]);
    const [gone] = await tx.query<[unknown[], number]>(
      `delete from totp where account_id = $1 and created_at >= $2 returning 1`,
      [accountId, since],
    );
    if (gone.length > 0) await tx.query(`delete from recovery_code where account_id = $1`, [accountId]);
  }
}
