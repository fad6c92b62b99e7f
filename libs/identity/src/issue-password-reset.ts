import { Database } from '@app/database';
import { Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { Accounts, type Addressee } from './accounts.repository.ts';
import { MailTokens } from './mail-tokens.repository.ts';
import { newSecretToken } from './secret-token.ts';

const MOST_AN_HOUR = 5;

@Injectable()
export class IssuePasswordReset {
  constructor(
    private readonly db: Database,
    private readonly accounts: Accounts,
    private readonly tokens: MailTokens,
    private readonly clock: Clock,
  ) {}

  /**
   * A new single-use token, valid for an hour, for the mail that is about to go out. Null: nobody has this account, or
   * it had its mails of this hour, and those work still.
   */
  async run(accountId: string): Promise<{ to: Addressee; token: string } | null> {
    const isThere = (await this.accounts.addressees([accountId])).has(accountId);
    if (!isThere) return null;
    return this.db.transaction(async (tx) => {
      const now = this.clock.now();
      const { id, name, zone, email, language } = await this.accounts.lock(tx, accountId);
      const made = await this.tokens.madeLately(tx, accountId, 'reset_password', now);
      if (made >= MOST_AN_HOUR) return null;

      const token = newSecretToken();
      await this.tokens.keep(tx, token, accountId, 'reset_password', now);
      return { to: { id, name, zone, email, language }, token };
    });
  }
}
