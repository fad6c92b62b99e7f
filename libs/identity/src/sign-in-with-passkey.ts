import { Database } from '@app/database';
import { Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { AuthenticationResponseJSON } from '@simplewebauthn/server';

import { Accounts } from './accounts.repository.ts';
import { CheckPasskey } from './check-passkey.ts';
import { AccountSuspended, PasskeyRefused } from './identity.errors.ts';
import { KnownBrowsers } from './known-browsers.repository.ts';
import { OpenSession, type SignedIn } from './open-session.ts';
import { Passkeys } from './passkeys.repository.ts';

interface PasskeySignIn {
  readonly response: AuthenticationResponseJSON;
  readonly userAgent: string | null;
  readonly knownBrowser?: string | undefined;
  readonly replaces?: string | undefined;
}

/** A passkey tells who it is, and its owner showed a finger, a face or a PIN: both factors in one. */
@Injectable()
export class SignInWithPasskey {
  constructor(
    private readonly db: Database,
    private readonly accounts: Accounts,
    private readonly browsers: KnownBrowsers,
    private readonly passkeys: Passkeys,
    private readonly check: CheckPasskey,
    private readonly open: OpenSession,
    private readonly clock: Clock,
  ) {}

  /** Throws `PasskeyRefused` or `AccountSuspended`. */
  async run({ response, userAgent, knownBrowser: browser, replaces }: PasskeySignIn): Promise<SignedIn> {
    const { id, accountId, counter } = await this.check.run(response, 'sign_in', null);
    const isKnown = browser !== undefined && (await this.browsers.knows(accountId, browser));

    return this.db.transaction(async (tx) => {
      const now = this.clock.now();
      const { suspendedAt } = await this.accounts.lock(tx, accountId);
      if (suspendedAt) throw new AccountSuspended();
      if (!(await this.passkeys.use(tx, id, counter, now))) throw new PasskeyRefused();
      const opening = { accountId, userAgent, replaces, knownBrowser: isKnown ? browser : undefined };
      return this.open.afterBothFactors(tx, opening, now);
    });
  }
}
