import { Audit } from '@app/audit';
import { Database, type Tx } from '@app/database';
import { Clock, system } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import type { Account } from './account.entity.ts';
import { AccountNotFound } from './identity.errors.ts';
import { Sessions } from './sessions.repository.ts';
import { StaffGrants } from './staff-grants.repository.ts';

/** The operator makes somebody staff. There is no other way: only the database's owner may write the grant. */
@Injectable()
export class GrantStaff {
  constructor(
    private readonly db: Database,
    private readonly grants: StaffGrants,
    private readonly sessions: Sessions,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Ends their sessions, which were opened for less. False: they were staff already. Throws `AccountNotFound`. */
  run(email: string): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      const now = this.clock.now();
      const id = await accountOf(tx, email);
      if (!(await this.grants.grant(tx, id, now))) return false;
      await this.sessions.endAll(tx, id, now);
      await this.audit.record(tx, { actor: system, action: 'staff.granted', subject: { kind: 'account', id } }, now);
      return true;
    });
  }
}

/** Throws `AccountNotFound`. */
export async function accountOf(tx: Tx, email: string): Promise<string> {
  const [account] = await tx.query<Pick<Account, 'id'>[]>(`select id from account where email = $1`, [email]);
  if (!account) throw new AccountNotFound();
  return account.id;
}
