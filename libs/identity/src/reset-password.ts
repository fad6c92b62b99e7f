import { Database } from '@app/database';
import { Events } from '@app/delivery';
import { Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { Accounts } from './accounts.repository.ts';
import { TokenNotValid } from './identity.errors.ts';
import { passwordChanged } from './identity.events.ts';
import { MailTokens } from './mail-tokens.repository.ts';
import { Passwords } from './passwords.ts';
import { Sessions } from './sessions.repository.ts';

@Injectable()
export class ResetPassword {
  constructor(
    private readonly db: Database,
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly tokens: MailTokens,
    private readonly passwords: Passwords,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /**
   * The mailed token is the proof; it shows too that the address is theirs. Ends every session and every other link.
   * Throws `TokenNotValid` (of parallel uses exactly one succeeds) or `PasswordTooCommon`, which leaves the link as it was.
   */
  async run({ token, password }: { token: string; password: string }): Promise<void> {
    // Looked at first: made-up tokens shall not cost a hash each.
    if (!(await this.tokens.isLive(token, 'reset_password', this.clock.now()))) throw new TokenNotValid();
    const passwordHash = await this.passwords.hash(password);

    await this.db.transaction(async (tx) => {
      const now = this.clock.now();
      const accountId = await this.tokens.use(tx, token, 'reset_password', now);
      if (accountId === null) throw new TokenNotValid();

      const account = await this.accounts.lock(tx, accountId);
      account.changePassword(passwordHash);
      account.verifyEmail(now);
      await this.accounts.save(tx, account);
      await this.tokens.withdraw(tx, accountId, ['reset_password'], now);
      await this.sessions.endAll(tx, accountId, now);
      await this.events.tell(tx, passwordChanged(accountId));
    });
  }
}
