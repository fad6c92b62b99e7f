import { Database } from '@app/database';
import { Clock, requireStepUp, type User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { Accounts } from './accounts.repository.ts';
import { TotpIsOn } from './identity.errors.ts';
import { asText, newTotpSecret, otpauthUri } from './one-time-codes.ts';
import { Seal } from './seal.ts';
import { Totps } from './totps.repository.ts';

export interface NewTotp {
  /** Base32, to be typed where there is no camera. */
  readonly secret: string;
  /** The same as `otpauth://`, to be scanned. */
  readonly uri: string;
}

@Injectable()
export class BeginTotp {
  constructor(
    private readonly db: Database,
    private readonly accounts: Accounts,
    private readonly totps: Totps,
    private readonly seal: Seal,
    private readonly clock: Clock,
  ) {}

  /**
   * A secret for an authenticator app, shown this once; nothing is asked for at sign-in before `ConfirmTotp`. Throws
   * Forbidden `step_up_required`, or `TotpIsOn`.
   */
  async run(actor: User): Promise<NewTotp> {
    const now = this.clock.now();
    requireStepUp(actor, now);
    const { id, email } = await this.accounts.find(actor.userId);
    const secret = newTotpSecret();
    await this.db.transaction(async (tx) => {
      if (!(await this.totps.begin(tx, id, this.seal.close(secret, id), now))) throw new TotpIsOn();
    });
    return { secret: asText(secret), uri: otpauthUri(secret, email) };
  }
}
