import { Database } from '@app/database';
import { Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { Accounts, type Addressee } from './accounts.repository.ts';
import { MailTokens } from './mail-tokens.repository.ts';
import { newSecretToken } from './secret-token.ts';

const MOST_AN_HOUR = 5;

@Injectable()
export class IssueVerification {
  constructor(
    private readonly db: Database,
    private readonly accounts: Accounts,
    private readonly tokens: MailTokens,
    private readonly clock: Clock,
  ) {}

  /**
   * A new single-use token, valid for 24 hours, for the mail that is about to go out: made here and not where it was
   * asked for, so that it lies in no event. Null: the address is verified, or had its mails of this hour.
   */
  run(accountId: string): Promise<{ to: Addressee; token: string } | null> {
    return this.db.transaction(async (tx) => {
      const now = this.clock.now();
      const account = await this.accounts.lock(tx, accountId);
      if (account.emailVerifiedAt) return null;
      const made = await this.tokens.madeLately(tx, accountId, 'verify_email', now);
      if (made >= MOST_AN_HOUR) return null;

      const token = newSecretToken();
      await this.tokens.keep(tx, token, accountId, 'verify_email', now);
      const { id, name, zone, email, language } = account;
      return { to: { id, name, zone, email, language }, token };
    });
  }
}
