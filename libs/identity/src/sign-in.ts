import { Database, type Tx } from '@app/database';
import { Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import type { Account } from './account.entity.ts';
import { Accounts } from './accounts.repository.ts';
import { Attempts, type Budget } from './attempts.repository.ts';
import { signInBudgets } from './budgets.ts';
import { AccountSuspended, WrongCredentials } from './identity.errors.ts';
import { KnownBrowsers } from './known-browsers.repository.ts';
import { type HalfSignedIn, OpenSession, type SignedIn } from './open-session.ts';
import { Passwords } from './passwords.ts';

export interface Credentials {
  readonly email: string;
  readonly password: string;
  readonly userAgent: string | null;
  /** Where the request comes from; absent when that tells nothing. */
  readonly address?: string | undefined;
  /** What an earlier sign-in gave this browser to be known by. */
  readonly knownBrowser?: string | undefined;
  /** The session that the browser had until now: it ends. */
  readonly replaces?: string | undefined;
}

@Injectable()
export class SignIn {
  constructor(
    private readonly db: Database,
    private readonly accounts: Accounts,
    private readonly browsers: KnownBrowsers,
    private readonly attempts: Attempts,
    private readonly passwords: Passwords,
    private readonly open: OpenSession,
    private readonly clock: Clock,
  ) {}

  /**
   * Starts a session with a token of its own, or a half one when a second factor is wanted too. Throws `WrongCredentials`, `AccountSuspended` or, before it looks at the
   * password, `TooManyAttempts`.
   */
  async run(credentials: Credentials): Promise<SignedIn | HalfSignedIn> {
    const { email, password } = credentials;
    const account = await this.accounts.findByEmail(email);
    const { budgets, knownBrowser } = await this.#budgetsOf(credentials, account);
    const triedAt = this.clock.now();
    await this.db.transaction((tx) => this.attempts.spend(tx, budgets, triedAt));

    const right = await this.passwords.matches(password, account?.passwordHash);
    if (!account || !right) throw new WrongCredentials();
    if (account.suspendedAt) throw new AccountSuspended();
    const renewed = await this.passwords.renewed(password, account.passwordHash);

    return this.db.transaction(async (tx) => {
      await this.attempts.giveBack(tx, budgets, triedAt);
      await this.#settle(tx, account, renewed);
      const { userAgent, replaces } = credentials;
      const opening = { accountId: account.id, userAgent, replaces, knownBrowser };
      return this.open.afterOneFactor(tx, opening, this.clock.now());
    });
  }

  async #budgetsOf(
    { email, address, knownBrowser: shown }: Credentials,
    account: Account | null,
  ): Promise<{ budgets: Budget[]; knownBrowser: string | undefined }> {
    const isKnown = account !== null && shown !== undefined && (await this.browsers.knows(account.id, shown));
    const knownBrowser = isKnown ? shown : undefined;
    return { budgets: signInBudgets({ accountId: account?.id, email, address, knownBrowser }), knownBrowser };
  }

  async #settle(tx: Tx, account: Account, renewed: string | undefined): Promise<void> {
    const locked = await this.accounts.lock(tx, account.id);
    // Changed while the old one was being compared: all that it opened has just been ended.
    if (locked.passwordHash !== account.passwordHash) throw new WrongCredentials();
    if (renewed === undefined) return;
    locked.changePassword(renewed);
    await this.accounts.save(tx, locked);
  }
}
