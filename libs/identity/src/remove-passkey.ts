import { Audit } from '@app/audit';
import { Database } from '@app/database';
import { Events } from '@app/delivery';
import { Clock, requireStepUp, type User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { Accounts } from './accounts.repository.ts';
import { PasskeyNotFound } from './identity.errors.ts';
import { secondFactorsChanged } from './identity.events.ts';
import { Passkeys } from './passkeys.repository.ts';
import { ProviderLogins } from './provider-logins.repository.ts';
import { LastWayIn } from './providers.errors.ts';
import { SecondFactors } from './second-factors.repository.ts';

@Injectable()
export class RemovePasskey {
  constructor(
    private readonly db: Database,
    private readonly accounts: Accounts,
    private readonly passkeys: Passkeys,
    private readonly logins: ProviderLogins,
    private readonly factors: SecondFactors,
    private readonly events: Events,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Throws `PasskeyNotFound`, Forbidden `step_up_required`, or `LastWayIn` of who has no password and no provider. */
  run(actor: User, id: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const now = this.clock.now();
      const { userId: accountId } = actor;
      const { passwordHash } = await this.accounts.lock(tx, accountId);
      if (!(await this.passkeys.remove(tx, accountId, id))) throw new PasskeyNotFound();
      requireStepUp(actor, now); // After the look: what is not theirs does not exist.
      const others = [this.passkeys.ofPerson(accountId, tx), this.logins.ofPerson(accountId, tx)];
      if (passwordHash === null && (await Promise.all(others)).flat().length === 0) throw new LastWayIn();
      await this.factors.forgetShown(tx, accountId);
      const subject = { kind: 'account', id: accountId };
      await this.audit.record(tx, { actor, action: 'passkey.removed', subject, before: { passkeyId: id } }, now);
      await this.events.tell(tx, secondFactorsChanged(accountId, 'passkey_removed'));
    });
  }
}
