import { Audit } from '@app/audit';
import { Database } from '@app/database';
import { Events } from '@app/delivery';
import { Clock, requireStepUp, type User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { Accounts } from './accounts.repository.ts';
import { TotpNotOn } from './identity.errors.ts';
import { secondFactorsChanged } from './identity.events.ts';
import { RecoveryCodes } from './recovery-codes.repository.ts';
import { Totps } from './totps.repository.ts';

@Injectable()
export class RenewRecoveryCodes {
  constructor(
    private readonly db: Database,
    private readonly accounts: Accounts,
    private readonly totps: Totps,
    private readonly codes: RecoveryCodes,
    private readonly events: Events,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Ten new ones, shown this once; the old ones work no more. Throws `TotpNotOn` or Forbidden `step_up_required`. */
  run(actor: User): Promise<string[]> {
    return this.db.transaction(async (tx) => {
      const now = this.clock.now();
      requireStepUp(actor, now);
      const { userId: accountId } = actor;
      await this.accounts.lock(tx, accountId); // Of two requests at once, the second's codes are the ones that count.
      if (!(await this.totps.isOn(accountId, tx))) throw new TotpNotOn();
      const codes = await this.codes.renew(tx, accountId, now);
      const subject = { kind: 'account', id: accountId };
      await this.audit.record(tx, { actor, action: 'recovery_codes.renewed', subject }, now);
      await this.events.tell(tx, secondFactorsChanged(accountId, 'recovery_codes_renewed'));
      return codes;
    });
  }
}
