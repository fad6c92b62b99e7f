import type { Tx } from '@app/database';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Somebody wants another address, and has not shown yet that it is theirs. */
export interface EmailChange {
  readonly id: string;
  readonly accountId: string;
  readonly email: string;
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

  /** Whatever this account's changes wait for, they wait in vain. */
  async withdrawAll(tx: Tx, accountId: string, now: Date): Promise<void> {
    await tx.query(`update email_change set withdrawn_at = $2 where account_id = $1 and withdrawn_at is null`, [
      accountId,
      now,
    ]);
  }
}
