import { randomUUIDv7 } from 'node:crypto';

import { Database, type Tx } from '@app/database';
import { Events } from '@app/delivery';
import { Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { Account, type Language } from './account.entity.ts';
import { Accounts } from './accounts.repository.ts';
import { Attempts } from './attempts.repository.ts';
import { registrationBudgets, registrationOfBudget } from './budgets.ts';
import { Business, type NewBusiness } from './business.entity.ts';
import { Businesses } from './businesses.repository.ts';
import { TooManyAttempts } from './identity.errors.ts';
import { accountRegistered, registrationRepeated } from './identity.events.ts';
import { Passwords } from './passwords.ts';

export interface Registration {
  readonly email: string;
  readonly password: string;
  readonly name: string;
  readonly zone: string;
  /** What they are spoken to in; absent when nobody knows. */
  readonly language?: Language | undefined;
  /** For who comes to hire. */
  readonly business?: NewBusiness | undefined;
  /** Where the request comes from; absent when that tells nothing. */
  readonly address?: string | undefined;
}

@Injectable()
export class Register {
  constructor(
    private readonly db: Database,
    private readonly accounts: Accounts,
    private readonly businesses: Businesses,
    private readonly attempts: Attempts,
    private readonly passwords: Passwords,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /**
   * Opens an account, and the business it hires for. Whoever asks is told the same when the address has an account
   * already: an id that nobody has, and the owner of the address gets a mail. Throws `PasswordTooCommon` or `TooManyAttempts`.
   */
  async run(given: Registration): Promise<{ accountId: string }> {
    const { email, password, name, zone, language = null, business, address } = given;
    await this.db.transaction((tx) => this.attempts.spend(tx, registrationBudgets(address), this.clock.now()));
    const passwordHash = await this.passwords.hash(password, { email, name }); // Also for a known address: it must take as long.
    return this.db.transaction(async (tx) => {
      const now = this.clock.now();
      const account = Account.open({ email, name, zone, language, passwordHash }, now);
      const holder = await this.accounts.claimAddress(tx, account);
      const isNew = holder === account.id;
      const hires = () => business && this.businesses.add(tx, Business.open(business, now), holder);
      await (isNew ? hires() : inVain(tx, hires));
      await this.#tell(tx, holder, isNew, now);
      return { accountId: isNew ? holder : randomUUIDv7() };
    });
  }

  /** A holder is told a few times an hour: signing others up is no way to fill their mailbox. Counted of both alike. */
  async #tell(tx: Tx, holder: string, isNew: boolean, now: Date): Promise<void> {
    try {
      await this.attempts.spend(tx, [registrationOfBudget(holder)], now);
      await this.events.tell(tx, isNew ? accountRegistered(holder) : registrationRepeated(holder));
    } catch (error) {
      if (!(error instanceof TooManyAttempts)) throw error;
    }
  }
}

/** The same work, and nothing comes of it: an address that is known must take as long as one that is not. */
async function inVain(tx: Tx, work: () => unknown): Promise<void> {
  await tx.query('savepoint in_vain');
  await work();
  await tx.query('rollback to savepoint in_vain');
}
