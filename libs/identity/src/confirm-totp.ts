import { Audit } from '@app/audit';
import { Database } from '@app/database';
import { Events } from '@app/delivery';
import { Clock, requireStepUp, Unauthenticated, type User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { Attempts } from './attempts.repository.ts';
import { secondFactorBudget } from './budgets.ts';
import { TotpIsOn, TotpNotBegun, WrongCode } from './identity.errors.ts';
import { secondFactorsChanged } from './identity.events.ts';
import { stepOf } from './one-time-codes.ts';
import { RecoveryCodes } from './recovery-codes.repository.ts';
import { Seal } from './seal.ts';
import { newSecretToken } from './secret-token.ts';
import { Sessions } from './sessions.repository.ts';
import type { Rotated } from './step-up.ts';
import { Totps } from './totps.repository.ts';

export interface TotpOn extends Rotated {
  /** Shown this once. */
  readonly recoveryCodes: readonly string[];
}

/** The first code of an authenticator app: from now on one is asked for at every sign-in. */
@Injectable()
export class ConfirmTotp {
  constructor(
    private readonly db: Database,
    private readonly totps: Totps,
    private readonly codes: RecoveryCodes,
    private readonly sessions: Sessions,
    private readonly attempts: Attempts,
    private readonly seal: Seal,
    private readonly events: Events,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * The session goes on under a new token, as one that has shown its second factor. Throws Forbidden
   * `step_up_required`, `TotpNotBegun`, `TotpIsOn`, `WrongCode` or `TooManyAttempts`.
   */
  async run(actor: User, session: string, code: string): Promise<TotpOn> {
    const triedAt = this.clock.now();
    requireStepUp(actor, triedAt);
    const { userId: accountId } = actor;
    const totp = await this.totps.find(accountId);
    if (!totp) throw new TotpNotBegun();
    if (totp.confirmedAt) throw new TotpIsOn();
    const budgets = [secondFactorBudget(accountId, session)];
    await this.db.transaction((tx) => this.attempts.spend(tx, budgets, triedAt));
    const step = stepOf(this.seal.open(totp.secret, accountId), code, triedAt);
    if (step === null) throw new WrongCode('code');

    return this.db.transaction(async (tx) => {
      const now = this.clock.now();
      if (!(await this.totps.take(tx, accountId, totp, step))) throw new WrongCode('code');
      await this.totps.confirm(tx, accountId, now);
      await this.attempts.giveBack(tx, budgets, triedAt);
      const recoveryCodes = await this.codes.renew(tx, accountId, now);
      const token = newSecretToken();
      const rotation = { token: session, next: token, accountId };
      const expiresAt = await this.sessions.stepUp(tx, rotation, 'second_factor', now);
      if (!expiresAt) throw new Unauthenticated('unauthenticated', 'Sign in first.');
      const subject = { kind: 'account', id: accountId };
      await this.audit.record(tx, { actor, action: 'totp.added', subject }, now);
      await this.events.tell(tx, secondFactorsChanged(accountId, 'totp_added'));
      return { token, expiresAt, recoveryCodes };
    });
  }
}
