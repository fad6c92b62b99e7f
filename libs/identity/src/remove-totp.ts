import { Audit } from '@app/audit';
import { Database } from '@app/database';
import { Events } from '@app/delivery';
import { Clock, requireStepUp, type User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { Accounts } from './accounts.repository.ts';
import { TotpNotOn } from './identity.errors.ts';
import { secondFactorsChanged } from './identity.events.ts';
import { RecoveryCodes } from './recovery-codes.repository.ts';
import { SecondFactors } from './second-factors.repository.ts';
import { Totps } from './totps.repository.ts';

@Injectable()
export class RemoveTotp {
  constructor(
    private readonly db: Database,
    private readonly accounts: Accounts,
    private readonly totps: Totps,
    private readonly codes: RecoveryCodes,
    private readonly factors: SecondFactors,
    private readonly events: Events,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** The password alone signs in again, and the recovery codes are gone. Throws `TotpNotOn` or `step_up_required`. */
  run(actor: User): Promise<void> {
    return this.db.transaction(async (tx) => {
      const now = this.clock.now();
      requireStepUp(actor, now);
      const { userId: accountId } = actor;
      await this.accounts.lock(tx, accountId);
      if (!(await this.totps.remove(tx, accountId))) throw new TotpNotOn();
      await this.codes.removeAll(tx, accountId);
      await this.factors.forgetShown(tx, accountId);
      await this.audit.record(tx, { actor, action: 'totp.removed', subject: { kind: 'account', id: accountId } }, now);
      await this.events.tell(tx, secondFactorsChanged(accountId, 'totp_removed'));
    });
  }
}
