import type { Tx } from '@app/database';
import { Events } from '@app/delivery';
import { Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { AuthenticationResponseJSON } from '@simplewebauthn/server';

import { CheckPasskey } from './check-passkey.ts';
import { PasskeyRefused, WrongCode } from './identity.errors.ts';
import { secondFactorsChanged } from './identity.events.ts';
import { stepOf } from './one-time-codes.ts';
import { Passkeys } from './passkeys.repository.ts';
import { RecoveryCodes } from './recovery-codes.repository.ts';
import { Seal } from './seal.ts';
import { Totps } from './totps.repository.ts';

export type ShownFactor =
  { readonly totp: string } | { readonly recoveryCode: string } | { readonly passkey: AuthenticationResponseJSON };

/** Takes what was looked at. Throws when it was used meanwhile, which undoes the transaction. */
export type TakeFactor = (tx: Tx, now: Date) => Promise<void>;

/** What somebody shows beside the password. Looked at first, taken in the transaction of what it is shown for. */
@Injectable()
export class OwnSecondFactor {
  constructor(
    private readonly totps: Totps,
    private readonly codes: RecoveryCodes,
    private readonly passkeys: Passkeys,
    private readonly checkPasskey: CheckPasskey,
    private readonly seal: Seal,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Throws `WrongCode` or `PasskeyRefused`. The caller counts tries. */
  async look(accountId: string, shown: ShownFactor): Promise<TakeFactor> {
    if ('totp' in shown) return this.#totp(accountId, shown.totp);
    if ('passkey' in shown) return this.#passkey(accountId, shown.passkey);
    return this.#recoveryCode(accountId, shown.recoveryCode);
  }

  async #totp(accountId: string, code: string): Promise<TakeFactor> {
    const totp = await this.totps.find(accountId);
    if (!totp?.confirmedAt) throw new WrongCode('totp');
    const step = stepOf(this.seal.open(totp.secret, accountId), code, this.clock.now());
    if (step === null) throw new WrongCode('totp');
    return async (tx) => {
      if (!(await this.totps.take(tx, accountId, totp, step))) throw new WrongCode('totp');
    };
  }

  async #passkey(accountId: string, response: AuthenticationResponseJSON): Promise<TakeFactor> {
    const { id, counter } = await this.checkPasskey.run(response, 'step_up', accountId);
    return async (tx, now) => {
      if (!(await this.passkeys.use(tx, id, counter, now))) throw new PasskeyRefused();
    };
  }

  #recoveryCode(accountId: string, code: string): Promise<TakeFactor> {
    return Promise.resolve(async (tx: Tx, now: Date) => {
      if (!(await this.codes.use(tx, accountId, code, now))) throw new WrongCode('recoveryCode');
      await this.events.tell(tx, secondFactorsChanged(accountId, 'recovery_code_used'));
    });
  }
}
