import { Database } from '@app/database';
import { Events } from '@app/delivery';
import { Clock, Unauthenticated, type User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { Accounts } from './accounts.repository.ts';
import { WrongPassword } from './identity.errors.ts';
import { passwordChanged } from './identity.events.ts';
import { MailTokens } from './mail-tokens.repository.ts';
import { Passwords } from './passwords.ts';
import { newSecretToken } from './secret-token.ts';
import { Sessions } from './sessions.repository.ts';
import type { SignedIn } from './sign-in.ts';

export interface PasswordChange {
  readonly current: string;
  readonly password: string;
  /** The token of the session that asks: it goes on under a new one. */
  readonly session: string;
}

@Injectable()
export class ChangePassword {
  constructor(
    private readonly db: Database,
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly tokens: MailTokens,
    private readonly passwords: Passwords,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Ends every other session, and the links that the old password's holder may have asked for. Throws `WrongPassword`. */
  async run(actor: User, { current, password, session }: PasswordChange): Promise<SignedIn> {
    const shown = await this.accounts.find(actor.userId);
    if (!(await this.passwords.matches(current, shown.passwordHash))) throw new WrongPassword('current');
    const passwordHash = await this.passwords.hash(password);

    return this.db.transaction(async (tx) => {
      const now = this.clock.now();
      const account = await this.accounts.lock(tx, actor.userId);
      if (account.passwordHash !== shown.passwordHash) throw new WrongPassword('current'); // Changed meanwhile.
      account.changePassword(passwordHash);
      await this.accounts.save(tx, account);

      const token = newSecretToken();
      const expiresAt = await this.sessions.rotate(tx, session, token, now);
      if (!expiresAt) throw new Unauthenticated('unauthenticated', 'Sign in first.');
      await this.sessions.endAll(tx, account.id, now, token);
      await this.tokens.withdraw(tx, account.id, ['reset_password'], now);
      await this.events.tell(tx, passwordChanged(account.id));
      return { accountId: account.id, token, expiresAt };
    });
  }
}
