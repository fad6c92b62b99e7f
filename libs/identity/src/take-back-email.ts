import { Audit } from '@app/audit';
import { Database, refusalOf, type Tx } from '@app/database';
import { Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { Accounts } from './accounts.repository.ts';
import { EmailChanges } from './email-changes.repository.ts';
import { EmailTaken, TokenNotValid } from './identity.errors.ts';
import { MailTokens } from './mail-tokens.repository.ts';
import { Passwords } from './passwords.ts';
import { ReplacePassword } from './replace-password.ts';

const UNIQUE = '23505';

/** Somebody else gave up the address of an account: whoever still reads its mail undoes that. */
@Injectable()
export class TakeBackEmail {
  constructor(
    private readonly db: Database,
    private readonly accounts: Accounts,
    private readonly changes: EmailChanges,
    private readonly tokens: MailTokens,
    private readonly passwords: Passwords,
    private readonly replace: ReplacePassword,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * The mailed token is the proof. The address is what it was, the password is new, and everybody is signed out; ways in
   * that were added since the change was asked for are gone, while a second factor from before is asked for as ever.
   * Throws `TokenNotValid` (of parallel uses exactly one succeeds), `PasswordTooCommon` or `EmailTaken`.
   */
  async run({ token, password }: { token: string; password: string }): Promise<void> {
    const holder = await this.tokens.holder(token, 'take_back_email', this.clock.now());
    if (holder === null) throw new TokenNotValid();
    const passwordHash = await this.passwords.hash(password, await this.accounts.find(holder));
    try {
      await this.db.transaction((tx) => this.#apply(tx, token, passwordHash));
    } catch (error) {
      throw refusalOf(error)?.code === UNIQUE ? new EmailTaken() : error;
    }
  }

  async #apply(tx: Tx, token: string, passwordHash: string): Promise<void> {
    const now = this.clock.now();
    const used = await this.tokens.useForEmail(tx, token, 'take_back_email', now);
    const done = used && (await this.changes.findDone(tx, used.emailChangeId));
    if (!done) throw new TokenNotValid();

    const account = await this.accounts.lock(tx, used.accountId);
    account.changeEmail(done.replaced, now);
    await this.changes.undoDoorsSince(tx, account.id, done.requestedAt);
    // Those to later addresses too: they are the thief's.
    await this.tokens.withdraw(tx, account.id, ['verify_email', 'take_back_email'], now);
    await this.replace.run(tx, account, passwordHash, now);
    const actor = { kind: 'user', userId: account.id } as const;
    const subject = { kind: 'account', id: account.id };
    await this.audit.record(tx, { actor, action: 'email.taken_back', subject }, now);
  }
}
