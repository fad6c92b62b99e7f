import { randomUUIDv7 } from 'node:crypto';

import { Database } from '@app/database';
import { Events } from '@app/delivery';
import { Clock, requireStepUp, type User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { Attempts } from './attempts.repository.ts';
import { emailChangeBudget } from './budgets.ts';
import { EmailChanges } from './email-changes.repository.ts';
import { SameEmail } from './identity.errors.ts';
import { emailChangeRequested } from './identity.events.ts';
import { OwnPassword } from './own-password.ts';

@Injectable()
export class RequestEmailChange {
  constructor(
    private readonly db: Database,
    private readonly changes: EmailChanges,
    private readonly attempts: Attempts,
    private readonly own: OwnPassword,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /**
   * Has a link sent to the new address, and the old one told; nothing is changed before the link is used. An address
   * that has an account is not told apart. Throws `WrongPassword`, `SameEmail`, `TooManyAttempts` or
   * Forbidden `step_up_required`.
   */
  async run(actor: User, { email, password }: { email: string; password: string }): Promise<void> {
    requireStepUp(actor, this.clock.now());
    const account = await this.own.confirm(actor.userId, password, 'password');
    if (account.email.toLowerCase() === email.toLowerCase()) throw new SameEmail();

    await this.db.transaction(async (tx) => {
      const now = this.clock.now();
      await this.attempts.spend(tx, [emailChangeBudget(actor.userId)], now);
      const change = { id: randomUUIDv7(), accountId: actor.userId, email };
      await this.changes.add(tx, change, now);
      await this.events.tell(tx, emailChangeRequested(change.id));
    });
  }
}
