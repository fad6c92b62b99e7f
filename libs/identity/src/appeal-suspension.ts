import { Audit } from '@app/audit';
import { Database, type Tx } from '@app/database';
import { Clock, type User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { AppealedAlready, SuspensionNotFound, SuspensionOver, TokenNotValid } from './identity.errors.ts';
import { isLive, type Suspension } from './suspension.ts';
import { Suspensions } from './suspensions.repository.ts';

/** Whoever was suspended says once why that is wrong, and another member of staff looks at it. */
@Injectable()
export class AppealSuspension {
  constructor(
    private readonly db: Database,
    private readonly suspensions: Suspensions,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Signed in. Throws `SuspensionNotFound` also for somebody else's, `AppealedAlready` or `SuspensionOver`. */
  async run(actor: User, id: string, text: string): Promise<void> {
    const own = await this.suspensions.concerning(actor.userId);
    if (!own.some((suspension) => suspension.id === id)) throw new SuspensionNotFound();
    await this.db.transaction(async (tx) => this.#appeal(tx, await this.suspensions.lock(tx, id), actor.userId, text));
  }

  /** By the link of the mail, for who may not sign in. Throws `TokenNotValid`, `AppealedAlready` or `SuspensionOver`. */
  runByToken(token: string, text: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const suspension = await this.suspensions.lockByToken(tx, token);
      if (!suspension) throw new TokenNotValid();
      await this.#appeal(tx, suspension, suspension.accountId, text);
    });
  }

  async #appeal(tx: Tx, suspension: Suspension, by: string | null, text: string): Promise<void> {
    const now = this.clock.now();
    if (suspension.appealedAt) throw new AppealedAlready();
    if (!isLive(suspension, now)) throw new SuspensionOver();
    await this.suspensions.appeal(tx, suspension.id, text, now);
    const actor = by === null ? ({ kind: 'system' } as const) : ({ kind: 'user', userId: by } as const);
    const subject = { kind: 'suspension', id: suspension.id };
    await this.audit.record(tx, { actor, action: 'suspension.appealed', subject }, now);
  }
}
