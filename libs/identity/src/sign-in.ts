import { Database } from '@app/database';
import { Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { Accounts } from './accounts.repository.ts';
import { AccountSuspended, WrongCredentials } from './identity.errors.ts';
import { Passwords } from './passwords.ts';
import { newSecretToken } from './secret-token.ts';
import { Sessions } from './sessions.repository.ts';

export interface Credentials {
  readonly email: string;
  readonly password: string;
  readonly userAgent: string | null;
  /** The session that the browser had until now: it ends. */
  readonly replaces?: string | undefined;
}

export interface SignedIn {
  readonly accountId: string;
  /** For the cookie, and nowhere else. */
  readonly token: string;
  readonly expiresAt: Date;
}

@Injectable()
export class SignIn {
  constructor(
    private readonly db: Database,
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly passwords: Passwords,
    private readonly clock: Clock,
  ) {}

  /** Starts a session with a token of its own. Throws `WrongCredentials` or `AccountSuspended`. */
  async run({ email, password, userAgent, replaces }: Credentials): Promise<SignedIn> {
    const account = await this.accounts.findByEmail(email);
    const right = await this.passwords.matches(password, account?.passwordHash);
    if (!account || !right) throw new WrongCredentials();
    if (account.suspendedAt) throw new AccountSuspended();
    const renewed = await this.passwords.renewed(password, account.passwordHash);

    return this.db.transaction(async (tx) => {
      const now = this.clock.now();
      const locked = await this.accounts.lock(tx, account.id);
      // Changed while the old one was being compared: all that it opened has just been ended.
      if (locked.passwordHash !== account.passwordHash) throw new WrongCredentials();
      if (renewed !== undefined) {
        locked.changePassword(renewed);
        await this.accounts.save(tx, locked);
      }
      if (replaces !== undefined) await this.sessions.end(tx, replaces, now);
      const token = newSecretToken();
      const expiresAt = await this.sessions.start(tx, { token, accountId: account.id, userAgent }, now);
      return { accountId: account.id, token, expiresAt };
    });
  }
}
