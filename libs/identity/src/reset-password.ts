import { Database } from '@app/database';
import { Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { Accounts } from './accounts.repository.ts';
import { TokenNotValid } from './identity.errors.ts';
import { KnownBrowsers } from './known-browsers.repository.ts';
import { MailTokens } from './mail-tokens.repository.ts';
import { Passwords } from './passwords.ts';
import { ReplacePassword } from './replace-password.ts';
import { newSecretToken } from './secret-token.ts';

@Injectable()
export class ResetPassword {
  constructor(
    private readonly db: Database,
    private readonly accounts: Accounts,
    private readonly browsers: KnownBrowsers,
    private readonly tokens: MailTokens,
    private readonly passwords: Passwords,
    private readonly replace: ReplacePassword,
    private readonly clock: Clock,
  ) {}

  /**
   * The mailed token is the proof; it shows too that the address is theirs. Ends every session and every other link;
   * the browser it happens in is known from now on. Throws `TokenNotValid` (of parallel uses exactly one succeeds) or
   * `PasswordTooCommon`, which leaves the link as it was.
   */
  async run({ token, password }: { token: string; password: string }): Promise<{ knownBrowser: string }> {
    // Looked at first: made-up tokens shall not cost a hash each.
    const holder = await this.tokens.holder(token, 'reset_password', this.clock.now());
    if (holder === null) throw new TokenNotValid();
    const passwordHash = await this.passwords.hash(password, await this.accounts.find(holder));

    return this.db.transaction(async (tx) => {
      const now = this.clock.now();
      const accountId = await this.tokens.use(tx, token, 'reset_password', now);
      if (accountId === null) throw new TokenNotValid();

      const account = await this.accounts.lock(tx, accountId);
      account.verifyEmail(now);
      await this.replace.run(tx, account, passwordHash, now);
      const knownBrowser = newSecretToken();
      await this.browsers.remember(tx, accountId, knownBrowser, now);
      return { knownBrowser };
    });
  }
}
