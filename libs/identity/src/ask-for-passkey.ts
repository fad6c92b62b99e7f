import { Database } from '@app/database';
import { Clock, type User } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { generateAuthenticationOptions, type PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';

import { Attempts } from './attempts.repository.ts';
import { passkeyChallengeBudgets } from './budgets.ts';
import { Challenges } from './challenges.repository.ts';
import { Passkeys } from './passkeys.repository.ts';
import { RelyingParty } from './relying-party.ts';

/** What a browser hands to a passkey, each with a challenge of its own that lasts ten minutes. */
@Injectable()
export class AskForPasskey {
  constructor(
    private readonly db: Database,
    private readonly challenges: Challenges,
    private readonly passkeys: Passkeys,
    private readonly attempts: Attempts,
    private readonly party: RelyingParty,
    private readonly clock: Clock,
  ) {}

  /** Names no account: whichever passkey the browser has tells who it is. Throws `TooManyAttempts`. */
  async toSignIn(address: string | undefined): Promise<PublicKeyCredentialRequestOptionsJSON> {
    const now = this.clock.now();
    await this.db.transaction((tx) => this.attempts.spend(tx, passkeyChallengeBudgets(address), now));
    const challenge = await this.db.transaction((tx) => this.challenges.make(tx, 'sign_in', null, now));
    return generateAuthenticationOptions({ rpID: this.party.id, challenge, userVerification: 'required' });
  }

  async toStepUp({ userId }: User): Promise<PublicKeyCredentialRequestOptionsJSON> {
    const now = this.clock.now();
    const allowCredentials = await this.passkeys.credentialsOf(userId);
    const challenge = await this.db.transaction((tx) => this.challenges.make(tx, 'step_up', userId, now));
    const options = { rpID: this.party.id, challenge, allowCredentials };
    return generateAuthenticationOptions({ ...options, userVerification: 'required' });
  }
}
