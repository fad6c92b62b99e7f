import { Audit } from '@app/audit';
import { Database } from '@app/database';
import { Events } from '@app/delivery';
import { Clock, requireStepUp, type User } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { type RegistrationResponseJSON, verifyRegistrationResponse } from '@simplewebauthn/server';

import { challengeIn } from './challenge-in.ts';
import { Challenges } from './challenges.repository.ts';
import { PasskeyRefused } from './identity.errors.ts';
import { secondFactorsChanged } from './identity.events.ts';
import { type NewPasskey, Passkeys } from './passkeys.repository.ts';
import { PASSKEY_ALGORITHMS, RelyingParty } from './relying-party.ts';

@Injectable()
export class AddPasskey {
  constructor(
    private readonly db: Database,
    private readonly challenges: Challenges,
    private readonly passkeys: Passkeys,
    private readonly party: RelyingParty,
    private readonly events: Events,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** The new passkey's id. Throws Forbidden `step_up_required`, or `PasskeyRefused`. */
  async run(
    actor: User,
    { name, response }: { name: string; response: RegistrationResponseJSON },
  ): Promise<{ id: string }> {
    requireStepUp(actor, this.clock.now());
    const { userId: accountId } = actor;
    const challenge = challengeIn(response.response.clientDataJSON);
    const isOurs = await this.db.transaction((tx) =>
      this.challenges.use(tx, challenge, 'register', accountId, this.clock.now()),
    );
    if (!isOurs) throw new PasskeyRefused();
    const made = await this.#made(response, challenge);

    return this.db.transaction(async (tx) => {
      const now = this.clock.now();
      const id = await this.passkeys.add(tx, { accountId, name, ...made }, now);
      if (id === null) throw new PasskeyRefused();
      const subject = { kind: 'account', id: accountId };
      await this.audit.record(tx, { actor, action: 'passkey.added', subject, after: { passkeyId: id } }, now);
      await this.events.tell(tx, secondFactorsChanged(accountId, 'passkey_added'));
      return { id };
    });
  }

  async #made(
    response: RegistrationResponseJSON,
    expectedChallenge: string,
  ): Promise<Omit<NewPasskey, 'accountId' | 'name'>> {
    try {
      const { verified, registrationInfo } = await verifyRegistrationResponse({
        response,
        expectedChallenge,
        expectedOrigin: this.party.origin,
        expectedRPID: this.party.id,
        requireUserVerification: true,
        supportedAlgorithmIDs: PASSKEY_ALGORITHMS,
      });
      if (verified) {
        const { credential, credentialBackedUp: isSynced } = registrationInfo;
        const { id: credentialId, publicKey, counter, transports = [] } = credential;
        return { credentialId, publicKey, counter, transports, isSynced };
      }
    } catch {
      // The library throws for whatever does not fit.
    }
    throw new PasskeyRefused();
  }
}
