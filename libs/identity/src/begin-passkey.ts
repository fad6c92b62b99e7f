import { Database } from '@app/database';
import { Clock, requireStepUp, type User } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { generateRegistrationOptions, type PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/server';

import { Accounts } from './accounts.repository.ts';
import { Challenges } from './challenges.repository.ts';
import { Passkeys } from './passkeys.repository.ts';
import { PASSKEY_ALGORITHMS, RelyingParty } from './relying-party.ts';

@Injectable()
export class BeginPasskey {
  constructor(
    private readonly db: Database,
    private readonly accounts: Accounts,
    private readonly challenges: Challenges,
    private readonly passkeys: Passkeys,
    private readonly party: RelyingParty,
    private readonly clock: Clock,
  ) {}

  /** What the browser makes a passkey from. Throws Forbidden `step_up_required`. */
  async run(actor: User): Promise<PublicKeyCredentialCreationOptionsJSON> {
    const now = this.clock.now();
    requireStepUp(actor, now);
    const { id, email, name } = await this.accounts.find(actor.userId);
    const excludeCredentials = await this.passkeys.credentialsOf(id);
    const challenge = await this.db.transaction((tx) => this.challenges.make(tx, 'register', id, now));
    return generateRegistrationOptions({
      ...{ rpName: this.party.name, rpID: this.party.id, challenge, excludeCredentials },
      ...{ userID: new Uint8Array(Buffer.from(id.replaceAll('-', ''), 'hex')), userName: email, userDisplayName: name },
      supportedAlgorithmIDs: PASSKEY_ALGORITHMS,
      attestationType: 'none', // Which make it is, we need not know.
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
  }
}
