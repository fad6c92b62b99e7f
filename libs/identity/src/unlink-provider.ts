import { Audit } from '@app/audit';
import { Database } from '@app/database';
import { Clock, requireStepUp, type User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { Accounts } from './accounts.repository.ts';
import { Passkeys } from './passkeys.repository.ts';
import { ProviderLogins } from './provider-logins.repository.ts';
import { LastWayIn, ProviderLoginNotFound } from './providers.errors.ts';

@Injectable()
export class UnlinkProvider {
  constructor(
    private readonly db: Database,
    private readonly accounts: Accounts,
    private readonly logins: ProviderLogins,
    private readonly passkeys: Passkeys,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Nobody comes into the actor's account that way any more. Throws `step_up_required`, `ProviderLoginNotFound`, or
   * `LastWayIn` of who has no password, no other provider and no passkey.
   */
  run(actor: User, id: string): Promise<void> {
    requireStepUp(actor, this.clock.now());
    return this.db.transaction(async (tx) => {
      const { passwordHash } = await this.accounts.lock(tx, actor.userId); // Of two at once the second sees what is left.
      if (!(await this.logins.remove(tx, actor.userId, id))) throw new ProviderLoginNotFound();
      const others = [this.logins.ofPerson(actor.userId, tx), this.passkeys.ofPerson(actor.userId, tx)];
      if (passwordHash === null && (await Promise.all(others)).flat().length === 0) throw new LastWayIn();
      const subject = { kind: 'provider_login', id };
      await this.audit.record(tx, { actor, action: 'provider.unlinked', subject }, this.clock.now());
    });
  }
}
