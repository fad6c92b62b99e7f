import { randomUUIDv7 } from 'node:crypto';

import { Database, type Tx } from '@app/database';
import { Injectable } from '@nestjs/common';

export interface StaffMember {
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly grantedAt: Date;
}

/** Who is staff. The processes can only read it: `grant` and `revoke` want the rights of the database's owner. */
@Injectable()
export class StaffGrants {
  constructor(private readonly db: Database) {}

  async isStaff(accountId: string): Promise<boolean> {
    const [grant] = await this.db.reader.query<unknown[]>(
      `select from staff_grant where account_id = $1 and revoked_at is null`,
      [accountId],
    );
    return grant !== undefined;
  }

  /** The longest serving first. */
  list(): Promise<StaffMember[]> {
    return this.db.reader.query(
      `select a.id as "accountId", a.name, a.email, g.granted_at as "grantedAt"
         from staff_grant g join account a on a.id = g.account_id where g.revoked_at is null order by g.granted_at, g.id`,
    );
  }

  /** False: they were staff already. */
  async grant(tx: Tx, accountId: string, now: Date): Promise<boolean> {
    const granted = await tx.query<unknown[]>(
      `insert into staff_grant (id, account_id, granted_at) values ($1, $2, $3)
       on conflict (account_id) where revoked_at is null do nothing returning id`,
      [randomUUIDv7(), accountId, now],
    );
    return granted.length > 0;
  }

  /** False: they were not staff. */
  async revoke(tx: Tx, accountId: string, now: Date): Promise<boolean> {
    const [revoked] = await tx.query<[unknown[], number]>(
      `update staff_grant set revoked_at = $2 where account_id = $1 and revoked_at is null returning id`,
      [accountId, now],
    );
    return revoked.length > 0;
  }
}
