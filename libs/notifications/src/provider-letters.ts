import { Accounts } from '@app/identity';
import { Injectable } from '@nestjs/common';

import type { AddressedLetter } from './letter.ts';
import { providerLinked } from './mails/accounts.ts';

/** What becomes of the ways into an account that lead through somebody else. */
@Injectable()
export class ProviderLetters {
  constructor(private readonly accounts: Accounts) {}

  /** To its owner, in case it was somebody else. */
  async linked(accountId: string): Promise<AddressedLetter[]> {
    const to = (await this.accounts.addressees([accountId])).get(accountId);
    return to ? [{ about: 'owner', to, letter: providerLinked() }] : [];
  }
}
