import { Clock, isSteppedUp, STEP_UP_MINUTES, type User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { Accounts } from './accounts.repository.ts';
import { type Passkey, Passkeys } from './passkeys.repository.ts';
import { RecoveryCodes } from './recovery-codes.repository.ts';
import { Totps } from './totps.repository.ts';

export interface OwnSecondFactors {
  /** Since when a code of the authenticator app is asked for. */
  readonly totpSince: Date | null;
  readonly recoveryCodesLeft: number;
  readonly passkeys: readonly Passkey[];
  /** What `StepUp` takes of them; `provider`: there is nothing that it could take, and they sign in again as they came. */
  readonly stepUpBy: readonly ('password' | 'totp' | 'recovery_code' | 'passkey' | 'provider')[];
  /** Until when nothing is asked; null when it would be now. */
  readonly steppedUpUntil: Date | null;
}

@Injectable()
export class ViewSecondFactors {
  constructor(
    private readonly accounts: Accounts,
    private readonly totps: Totps,
    private readonly codes: RecoveryCodes,
    private readonly passkeys: Passkeys,
    private readonly clock: Clock,
  ) {}

  async run(actor: User): Promise<OwnSecondFactors> {
    const [{ passwordHash }, totp, recoveryCodesLeft, passkeys] = await Promise.all([
      this.accounts.find(actor.userId),
      this.totps.find(actor.userId),
      this.codes.left(actor.userId),
      this.passkeys.ofPerson(actor.userId),
    ]);
    const totpSince = totp?.confirmedAt ?? null;
    const isBare = passwordHash === null && totpSince === null;
    const stepUpBy = [
      ...(totpSince ? (['totp'] as const) : []),
      ...(passwordHash !== null && totpSince === null ? (['password'] as const) : []),
      ...(passkeys.length > 0 ? (['passkey'] as const) : []),
      ...(totpSince && recoveryCodesLeft > 0 ? (['recovery_code'] as const) : []),
      ...(isBare ? (['provider'] as const) : []),
    ];
    return { totpSince, recoveryCodesLeft, passkeys, stepUpBy, steppedUpUntil: this.#until(actor) };
  }

  #until(actor: User): Date | null {
    const { steppedUpAt } = actor;
    if (steppedUpAt === null || !isSteppedUp(actor, this.clock.now())) return null;
    return new Date(steppedUpAt.getTime() + STEP_UP_MINUTES * 60_000);
  }
}
