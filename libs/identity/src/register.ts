import { randomUUIDv7 } from 'node:crypto';

import { Database } from '@app/database';
import { Events } from '@app/delivery';
import { Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { Account } from './account.entity.ts';
import { Accounts } from './accounts.repository.ts';
import { Business, type NewBusiness } from './business.entity.ts';
import { Businesses } from './businesses.repository.ts';
import { accountRegistered, registrationRepeated } from './identity.events.ts';
import { Passwords } from './passwords.ts';

export interface Registration {
  readonly email: string;
  readonly password: string;
  readonly name: string;
  readonly zone: string;
  /** For who comes to hire. */
  readonly business?: NewBusiness | undefined;
}

@Injectable()
export class Register {
  constructor(
    private readonly db: Database,
    private readonly accounts: Accounts,
    private readonly businesses: Businesses,
    private readonly passwords: Passwords,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /**
   * Opens an account, and the business it hires for. Whoever asks is told the same when the address has an account
   * already: an id that nobody has, and the owner of the address gets a mail. Throws `PasswordTooCommon`.
   */
  async run({ email, password, name, zone, business }: Registration): Promise<{ accountId: string }> {
    const passwordHash = await this.passwords.hash(password); // Also for a known address: it must take as long.
    return this.db.transaction(async (tx) => {
      const now = this.clock.now();
      const account = Account.open({ email, name, zone, passwordHash }, now);
      const holder = await this.accounts.claimAddress(tx, account);
      if (holder !== account.id) {
        await this.events.tell(tx, registrationRepeated(holder));
        return { accountId: randomUUIDv7() };
      }

      if (business) await this.businesses.add(tx, Business.open(business, now), account.id);
      await this.events.tell(tx, accountRegistered(account.id));
      return { accountId: account.id };
    });
  }
}
