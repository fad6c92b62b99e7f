import { Audit } from '@app/audit';
import { Database, type Tx } from '@app/database';
import { Clock, Unauthenticated, type User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { Accounts } from './accounts.repository.ts';
import { Attempts } from './attempts.repository.ts';
import { secondFactorBudget } from './budgets.ts';
import { SecondFactorRequired, WrongPassword } from './identity.errors.ts';
import { OwnPassword } from './own-password.ts';
import { OwnSecondFactor, type ShownFactor } from './own-second-factor.ts';
import { newSecretToken } from './secret-token.ts';
import { Sessions } from './sessions.repository.ts';
import { Totps } from './totps.repository.ts';

export type ShownAgain = ShownFactor | { readonly password: string };

export interface Rotated {
  /** For the cookie: the one that asked opens nothing any more. */
  readonly token: string;
  readonly expiresAt: Date;
}

/** Somebody shows once more that it is them at the screen. */
@Injectable()
export class StepUp {
  constructor(
    private readonly db: Database,
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly totps: Totps,
    private readonly attempts: Attempts,
    private readonly own: OwnPassword,
    private readonly factor: OwnSecondFactor,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * The session of the token `session` goes on under a new one. Throws `SecondFactorRequired` for a password where
   * more than that was turned on, `WrongPassword`, `WrongCode`, `PasskeyRefused` or `TooManyAttempts`.
   */
  run(actor: User, session: string, shown: ShownAgain): Promise<Rotated> {
    return 'password' in shown
      ? this.#byPassword(actor, session, shown.password)
      : this.#bySecondFactor(actor, session, shown);
  }

  async #byPassword(actor: User, session: string, password: string): Promise<Rotated> {
    if (await this.totps.isOn(actor.userId)) throw new SecondFactorRequired();
    const confirmed = await this.own.confirm(actor.userId, password, 'password');

    return this.db.transaction(async (tx) => {
      const account = await this.accounts.lock(tx, actor.userId);
      if (account.passwordHash !== confirmed.passwordHash) throw new WrongPassword('password'); // Changed meanwhile.
      if (await this.totps.isOn(actor.userId, tx)) throw new SecondFactorRequired();
      return this.#rotate(tx, actor, session, 'password');
    });
  }

  async #bySecondFactor(actor: User, session: string, shown: ShownFactor): Promise<Rotated> {
    const budgets = [secondFactorBudget(actor.userId, session)];
    const triedAt = this.clock.now();
    await this.db.transaction((tx) => this.attempts.spend(tx, budgets, triedAt));
    const take = await this.factor.look(actor.userId, shown);

    return this.db.transaction(async (tx) => {
      await take(tx, this.clock.now());
      await this.attempts.giveBack(tx, budgets, triedAt);
      return this.#rotate(tx, actor, session, 'second_factor');
    });
  }

  async #rotate(tx: Tx, actor: User, session: string, shown: 'password' | 'second_factor'): Promise<Rotated> {
    const now = this.clock.now();
    const token = newSecretToken();
    const { userId: accountId } = actor;
    const expiresAt = await this.sessions.stepUp(tx, { token: session, next: token, accountId }, shown, now);
    if (!expiresAt) throw new Unauthenticated('unauthenticated', 'Sign in first.');
    const subject = { kind: 'account', id: accountId };
    await this.audit.record(tx, { actor, action: 'session.stepped_up', subject, after: { shown } }, now);
    return { token, expiresAt };
  }
}
