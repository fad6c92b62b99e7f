import { Audit } from '@app/audit';
import { Database, type Tx } from '@app/database';
import { Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { Account, type NewAccount } from './account.entity.ts';
import { Accounts } from './accounts.repository.ts';
import { type Answer, ComeBackFromProvider } from './come-back-from-provider.ts';
import { AccountSuspended } from './identity.errors.ts';
import { KnownBrowsers } from './known-browsers.repository.ts';
import { type HalfSignedIn, OpenSession, type SignedIn } from './open-session.ts';
import { ProviderLogins } from './provider-logins.repository.ts';
import { ProviderTrips } from './provider-trips.repository.ts';
import { ProviderEmailUnverified } from './providers.errors.ts';
import type { Provider, Vouched } from './providers.ts';

const LONGEST_NAME = 120;

export interface ProviderSignIn extends Answer {
  readonly userAgent: string | null;
  /** What an earlier sign-in gave this browser to be known by. */
  readonly knownBrowser?: string | undefined;
  /** The session that the browser had until now: it ends. */
  readonly replaces?: string | undefined;
}

/** Their address has an account. It becomes a way in once they show that the account is theirs, as they always did. */
export interface OfferedToLink {
  readonly offered: Provider;
}

@Injectable()
export class SignInWithProvider {
  constructor(
    private readonly db: Database,
    private readonly back: ComeBackFromProvider,
    private readonly accounts: Accounts,
    private readonly logins: ProviderLogins,
    private readonly trips: ProviderTrips,
    private readonly browsers: KnownBrowsers,
    private readonly open: OpenSession,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Signs in whoever the provider vouches for, or opens an account for them. An account that has the address already is
   * never theirs by that alone. Throws `ProviderTripNotValid`, `ProviderDeclined`, `ProviderUnreachable`,
   * `ProviderEmailUnverified` or `AccountSuspended`.
   */
  async run(given: ProviderSignIn): Promise<SignedIn | HalfSignedIn | OfferedToLink> {
    const { trip, provider, vouched } = await this.back.run(given, ({ accountId }) => accountId === null);
    return this.db.transaction(async (tx) => {
      const now = this.clock.now();
      const linked = await this.logins.use(tx, vouched, now);
      if (linked !== null) return this.#open(tx, linked, given, now);

      const { email } = vouched;
      if (email === null) throw new ProviderEmailUnverified(provider.name);
      const account = accountFor({ ...vouched, email }, trip, now);
      const holder = await this.accounts.claimAddress(tx, account);
      const login = { ...vouched, email, provider: provider.id, accountId: holder };
      if (holder !== account.id) {
        await this.trips.offer(tx, given.browser ?? '', login, now);
        return { offered: provider };
      }
      await this.#linkNew(tx, login, now);
      return this.#open(tx, account.id, given, now);
    });
  }

  async #linkNew(tx: Tx, login: Parameters<ProviderLogins['add']>[1], now: Date): Promise<void> {
    const account = await this.accounts.lock(tx, login.accountId);
    account.verifyEmail(now);
    await this.accounts.save(tx, account);
    await this.logins.add(tx, login, now);
    await this.audit.record(
      tx,
      {
        actor: { kind: 'user', userId: account.id },
        action: 'account.opened_by_provider',
        subject: { kind: 'account', id: account.id },
        after: { provider: login.provider },
      },
      now,
    );
  }

  async #open(
    tx: Tx,
    accountId: string,
    { userAgent, replaces, knownBrowser: shown }: ProviderSignIn,
    now: Date,
  ): Promise<SignedIn | HalfSignedIn> {
    const { suspendedAt } = await this.accounts.lock(tx, accountId);
    if (suspendedAt) throw new AccountSuspended();
    const isKnown = shown !== undefined && (await this.browsers.knows(accountId, shown));
    const knownBrowser = isKnown ? shown : undefined;
    return this.open.afterOneFactor(tx, { accountId, userAgent, replaces, knownBrowser }, now);
  }
}

/** With no password: they come in as they came. Without a name from the provider, their address names them. */
function accountFor(
  { email, name }: Vouched & { email: string },
  { zone, language }: Pick<NewAccount, 'zone' | 'language'>,
  now: Date,
): Account {
  const called = name?.trim().slice(0, LONGEST_NAME) || (email.split('@')[0] ?? email);
  return Account.open({ email, name: called, zone, language, passwordHash: null }, now);
}
