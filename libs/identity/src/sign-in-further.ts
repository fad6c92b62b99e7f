import { Database } from '@app/database';
import { Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { Accounts } from './accounts.repository.ts';
import { Attempts } from './attempts.repository.ts';
import { secondFactorBudget } from './budgets.ts';
import { HalfSessions } from './half-sessions.repository.ts';
import { AccountSuspended, SignInExpired } from './identity.errors.ts';
import { KnownBrowsers } from './known-browsers.repository.ts';
import { OpenSession, type SignedIn } from './open-session.ts';
import { OwnSecondFactor, type ShownFactor } from './own-second-factor.ts';

interface Further {
  /** What the first step of this sign-in gave. */
  readonly half: string;
  readonly shown: Exclude<ShownFactor, { passkey: unknown }>;
  readonly userAgent: string | null;
  readonly knownBrowser?: string | undefined;
  readonly replaces?: string | undefined;
}

/** The second step of signing in. A passkey needs none: `SignInWithPasskey` takes it at either. */
@Injectable()
export class SignInFurther {
  constructor(
    private readonly db: Database,
    private readonly accounts: Accounts,
    private readonly halves: HalfSessions,
    private readonly browsers: KnownBrowsers,
    private readonly attempts: Attempts,
    private readonly factor: OwnSecondFactor,
    private readonly open: OpenSession,
    private readonly clock: Clock,
  ) {}

  /**
   * A wrong code leaves the half session as it was. Throws `SignInExpired` (of parallel uses exactly one succeeds),
   * `WrongCode`, `TooManyAttempts` or `AccountSuspended`.
   */
  async run({ half, shown, userAgent, knownBrowser: browser, replaces }: Further): Promise<SignedIn> {
    const triedAt = this.clock.now();
    const accountId = await this.halves.find(half, triedAt);
    if (accountId === null) throw new SignInExpired();
    const isKnown = browser !== undefined && (await this.browsers.knows(accountId, browser));
    const knownBrowser = isKnown ? browser : undefined;
    const budgets = [secondFactorBudget(accountId, knownBrowser)];
    await this.db.transaction((tx) => this.attempts.spend(tx, budgets, triedAt));
    const take = await this.factor.look(accountId, shown);

    return this.db.transaction(async (tx) => {
      const now = this.clock.now();
      if ((await this.halves.use(tx, half, now)) === null) throw new SignInExpired();
      const { suspendedAt } = await this.accounts.lock(tx, accountId);
      if (suspendedAt) throw new AccountSuspended();
      await take(tx, now);
      await this.attempts.giveBack(tx, budgets, triedAt);
      return this.open.afterBothFactors(tx, { accountId, userAgent, knownBrowser, replaces }, now);
    });
  }
}
