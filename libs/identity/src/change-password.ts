import { Database } from '@app/database';
import { Clock, Unauthenticated, type User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { Accounts } from './accounts.repository.ts';
import { WrongPassword } from './identity.errors.ts';
import { KnownBrowsers } from './known-browsers.repository.ts';
import type { SignedIn } from './open-session.ts';
import { OwnPassword } from './own-password.ts';
import { Passwords } from './passwords.ts';
import { ReplacePassword } from './replace-password.ts';
import { newSecretToken } from './secret-token.ts';
import { Sessions } from './sessions.repository.ts';

interface PasswordChange {
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
    private readonly browsers: KnownBrowsers,
    private readonly own: OwnPassword,
    private readonly passwords: Passwords,
    private readonly replace: ReplacePassword,
    private readonly clock: Clock,
  ) {}

  /** Ends every other session and rotates this one. Throws `WrongPassword`, `PasswordTooCommon` or `TooManyAttempts`. */
  async run(actor: User, { current, password, session }: PasswordChange): Promise<SignedIn> {
    const confirmed = await this.own.confirm(actor.userId, current, 'current');
    const passwordHash = await this.passwords.hash(password, confirmed);

    return this.db.transaction(async (tx) => {
      const now = this.clock.now();
      const account = await this.accounts.lock(tx, actor.userId);
      if (account.passwordHash !== confirmed.passwordHash) throw new WrongPassword('current'); // Changed meanwhile.
      const token = newSecretToken();
      const expiresAt = await this.sessions.rotate(tx, session, token, now);
      if (!expiresAt) throw new Unauthenticated('unauthenticated', 'Sign in first.');

      await this.replace.run(tx, account, passwordHash, now, token);
      const knownBrowser = newSecretToken();
      await this.browsers.remember(tx, account.id, knownBrowser, now);
      return { accountId: account.id, token, expiresAt, knownBrowser };
    });
  }
}
