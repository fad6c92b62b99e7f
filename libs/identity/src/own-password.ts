import { Database } from '@app/database';
import { Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import type { Account } from './account.entity.ts';
import { Accounts } from './accounts.repository.ts';
import { Attempts } from './attempts.repository.ts';
import { ownPasswordBudget } from './budgets.ts';
import { WrongPassword } from './identity.errors.ts';
import { Passwords } from './passwords.ts';

/** Somebody who is signed in shows the password once more. */
@Injectable()
export class OwnPassword {
  constructor(
    private readonly db: Database,
    private readonly accounts: Accounts,
    private readonly attempts: Attempts,
    private readonly passwords: Passwords,
    private readonly clock: Clock,
  ) {}

  /** The account as it was when compared. Throws `WrongPassword`, naming the `field`, or `TooManyAttempts`. */
  async confirm(accountId: string, password: string, field: string): Promise<Account> {
    const budgets = [ownPasswordBudget(accountId)];
    const triedAt = this.clock.now();
    await this.db.transaction((tx) => this.attempts.spend(tx, budgets, triedAt));
    const account = await this.accounts.find(accountId);
    if (!(await this.passwords.matches(password, account.passwordHash))) throw new WrongPassword(field);
    await this.db.transaction((tx) => this.attempts.giveBack(tx, budgets, triedAt));
    return account;
  }
}
