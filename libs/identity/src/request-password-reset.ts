import { randomUUIDv7 } from 'node:crypto';

import { Database } from '@app/database';
import { Events } from '@app/delivery';
import { Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { Accounts } from './accounts.repository.ts';
import { Attempts } from './attempts.repository.ts';
import { passwordResetBudgets } from './budgets.ts';
import { passwordResetRequested } from './identity.events.ts';

@Injectable()
export class RequestPasswordReset {
  constructor(
    private readonly db: Database,
    private readonly accounts: Accounts,
    private readonly attempts: Attempts,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /**
   * Has a link sent to who has this address. An address that nobody has makes the same work, an event of an account
   * that is not there: neither the answer nor the time it takes tells the two apart. Throws `TooManyAttempts`, by
   * where the request comes from alone.
   */
  async run(email: string, from?: string): Promise<void> {
    const account = await this.accounts.findByEmail(email);
    const accountId = account?.id ?? randomUUIDv7();
    await this.db.transaction(async (tx) => {
      await this.attempts.spend(tx, passwordResetBudgets(from), this.clock.now());
      await this.events.tell(tx, passwordResetRequested(accountId));
    });
  }
}
