import { Database } from '@app/database';
import { Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { Accounts, type Addressee } from './accounts.repository.ts';
import { EmailChanges } from './email-changes.repository.ts';
import { MailTokens } from './mail-tokens.repository.ts';
import { newSecretToken } from './secret-token.ts';

export interface IssuedEmailChange {
  /** At the address that they have until now. */
  readonly person: Addressee;
  readonly email: string;
  /** For the mail to the new address, valid for 24 hours; null when somebody else has it: then they are to be told. */
  readonly token: string | null;
}

@Injectable()
export class IssueEmailChange {
  constructor(
    private readonly db: Database,
    private readonly accounts: Accounts,
    private readonly changes: EmailChanges,
    private readonly tokens: MailTokens,
    private readonly clock: Clock,
  ) {}

  /** A new single-use token for the mail that is about to go out: it lies in no event. Null: it was withdrawn. */
  async run(emailChangeId: string): Promise<IssuedEmailChange | null> {
    const asked = await this.changes.findLive(this.db.reader, emailChangeId);
    if (!asked) return null;
    const { accountId, email } = asked;
    const holder = await this.accounts.findByEmail(email);

    return this.db.transaction(async (tx) => {
      const { id, name, zone, language, email: old } = await this.accounts.lock(tx, accountId);
      // Again, now that nobody can withdraw it: a new password stops whatever was asked for with the old one.
      if (!(await this.changes.findLive(tx, emailChangeId))) return null;
      const person = { id, name, zone, language, email: old };
      if (holder && holder.id !== accountId) return { person, email, token: null };

      const token = newSecretToken();
      await this.tokens.keep(tx, token, accountId, 'change_email', this.clock.now(), emailChangeId);
      return { person, email, token };
    });
  }
}
