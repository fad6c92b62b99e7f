import { Audit } from '@app/audit';
import { Database, refusalOf } from '@app/database';
import { Events } from '@app/delivery';
import { Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { Accounts } from './accounts.repository.ts';
import { EmailChanges } from './email-changes.repository.ts';
import { EmailTaken, TokenNotValid } from './identity.errors.ts';
import { emailChanged } from './identity.events.ts';
import { MailTokens } from './mail-tokens.repository.ts';

const UNIQUE = '23505';

@Injectable()
export class ChangeEmail {
  constructor(
    private readonly db: Database,
    private readonly accounts: Accounts,
    private readonly changes: EmailChanges,
    private readonly tokens: MailTokens,
    private readonly audit: Audit,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /**
   * The token is the proof that the new address is theirs, whoever brings it. Every other link that was sent ends, the
   * ones to the old address first of all. Throws `TokenNotValid` (of parallel uses exactly one succeeds) or
   * `EmailTaken`: only who reads that address's mail is told so.
   */
  async run(token: string): Promise<void> {
    try {
      await this.#apply(token);
    } catch (error) {
      throw refusalOf(error)?.code === UNIQUE ? new EmailTaken() : error;
    }
  }

  #apply(token: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const now = this.clock.now();
      const used = await this.tokens.useForEmail(tx, token, 'change_email', now);
      if (!used) throw new TokenNotValid();

      const account = await this.accounts.lock(tx, used.accountId);
      const change = await this.changes.findLive(tx, used.emailChangeId);
      if (!change) throw new TokenNotValid();
      const { email: replaced } = account;
      account.changeEmail(change.email, now);
      await this.accounts.save(tx, account);
      await this.changes.recordReplaced(tx, change.id, replaced);
      await this.changes.withdrawAll(tx, account.id, now);
      await this.tokens.withdraw(tx, account.id, ['verify_email', 'reset_password', 'change_email'], now);
      const actor = { kind: 'user', userId: account.id } as const;
      await this.audit.record(
        tx,
        { actor, action: 'email.changed', subject: { kind: 'account', id: account.id } },
        now,
      );
      await this.events.tell(tx, emailChanged(change.id));
    });
  }
}
