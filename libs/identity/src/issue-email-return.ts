import { Database } from '@app/database';
import { Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { type DoneEmailChange, EmailChanges } from './email-changes.repository.ts';
import { MailTokens } from './mail-tokens.repository.ts';
import { newSecretToken } from './secret-token.ts';

@Injectable()
export class IssueEmailReturn {
  constructor(
    private readonly db: Database,
    private readonly changes: EmailChanges,
    private readonly tokens: MailTokens,
    private readonly clock: Clock,
  ) {}

  /** A new single-use token, valid for 72 hours, for the mail to the address that was given up. Null: none was. */
  run(emailChangeId: string): Promise<{ done: DoneEmailChange; token: string } | null> {
    return this.db.transaction(async (tx) => {
      const done = await this.changes.findDone(tx, emailChangeId);
      if (!done) return null;
      const token = newSecretToken();
      await this.tokens.keep(tx, token, done.accountId, 'take_back_email', this.clock.now(), emailChangeId);
      return { done, token };
    });
  }
}
