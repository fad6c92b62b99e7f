import { Database } from '@app/database';
import { Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { Accounts } from './accounts.repository.ts';
import { TokenNotValid } from './identity.errors.ts';
import { MailTokens } from './mail-tokens.repository.ts';

@Injectable()
export class VerifyEmail {
  constructor(
    private readonly db: Database,
    private readonly tokens: MailTokens,
    private readonly accounts: Accounts,
    private readonly clock: Clock,
  ) {}

  /** The token is the proof, whoever brings it. Throws `TokenNotValid`; of parallel uses exactly one succeeds. */
  run(token: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const now = this.clock.now();
      const accountId = await this.tokens.use(tx, token, 'verify_email', now);
      if (accountId === null) throw new TokenNotValid();

      const account = await this.accounts.lock(tx, accountId);
      account.verifyEmail(now);
      await this.accounts.save(tx, account);
    });
  }
}
