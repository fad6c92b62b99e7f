import { Database } from '@app/database';
import { Events } from '@app/delivery';
import { Clock, type User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { Attempts } from './attempts.repository.ts';
import { verificationBudget } from './budgets.ts';
import { verificationRequested } from './identity.events.ts';

@Injectable()
export class RequestVerification {
  constructor(
    private readonly db: Database,
    private readonly attempts: Attempts,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Has the link sent again; nothing when the address is verified. Throws `TooManyAttempts`. */
  async run(actor: User): Promise<void> {
    if (actor.emailVerified) return;
    await this.db.transaction(async (tx) => {
      await this.attempts.spend(tx, [verificationBudget(actor.userId)], this.clock.now());
      await this.events.tell(tx, verificationRequested(actor.userId));
    });
  }
}
