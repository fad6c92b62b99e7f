import { Database } from '@app/database';
import { Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { type AuthenticationResponseJSON, verifyAuthenticationResponse } from '@simplewebauthn/server';

import { challengeIn } from './challenge-in.ts';
import { Challenges } from './challenges.repository.ts';
import { PasskeyRefused } from './identity.errors.ts';
import { Passkeys } from './passkeys.repository.ts';
import { RelyingParty } from './relying-party.ts';

/** An answer that was right, before its counter is written. */
export interface AnsweredPasskey {
  readonly id: string;
  readonly accountId: string;
  readonly counter: number;
}

@Injectable()
export class CheckPasskey {
  constructor(
    private readonly db: Database,
    private readonly challenges: Challenges,
    private readonly passkeys: Passkeys,
    private readonly party: RelyingParty,
    private readonly clock: Clock,
  ) {}

  /**
   * Whose passkey answered; `accountId` when only this person's may. The challenge is used up before anything is
   * checked, right or wrong. Throws `PasskeyRefused`.
   */
  async run(
    response: AuthenticationResponseJSON,
    purpose: 'sign_in' | 'step_up',
    accountId: string | null,
  ): Promise<AnsweredPasskey> {
    const challenge = challengeIn(response.response.clientDataJSON);
    const isOurs = await this.db.transaction((tx) =>
      this.challenges.use(tx, challenge, purpose, accountId, this.clock.now()),
    );
    const passkey = await this.passkeys.byCredential(response.id);
    if (!isOurs || !passkey || (accountId !== null && passkey.accountId !== accountId)) throw new PasskeyRefused();
    return { id: passkey.id, accountId: passkey.accountId, counter: await this.#counter(response, challenge, passkey) };
  }

  async #counter(
    response: AuthenticationResponseJSON,
    expectedChallenge: string,
    { credentialId, publicKey, counter }: { credentialId: string; publicKey: Uint8Array<ArrayBuffer>; counter: number },
  ): Promise<number> {
    try {
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({
        response,
        expectedChallenge,
        expectedOrigin: this.party.origin,
        expectedRPID: this.party.id,
        credential: { id: credentialId, publicKey, counter },
        requireUserVerification: true, // By a finger, a face or a PIN: that is what makes it both factors.
      });
      if (verified) return authenticationInfo.newCounter;
    } catch {
      // The library throws for whatever does not fit; which of it is nobody's business.
    }
    throw new PasskeyRefused();
  }
}
