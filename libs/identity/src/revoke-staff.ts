import { Audit } from '@app/audit';
import { Database } from '@app/database';
import { Clock, system } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { accountOf } from './grant-staff.ts';
import { Sessions } from './sessions.repository.ts';
import { StaffGrants } from './staff-grants.repository.ts';

@Injectable()
export class RevokeStaff {
  constructor(
    private readonly db: Database,
    private readonly grants: StaffGrants,
    private readonly sessions: Sessions,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Ends every session of theirs, and all that they look at as somebody else. False: they were not staff. Throws `AccountNotFound`. */
  run(email: string): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      const now = this.clock.now();
      const id = await accountOf(tx, email);
      if (!(await this.grants.revoke(tx, id, now))) return false;
      await this.sessions.endAll(tx, id, now);
      await this.audit.record(tx, { actor: system, action: 'staff.revoked', subject: { kind: 'account', id } }, now);
      return true;
    });
  }
}
