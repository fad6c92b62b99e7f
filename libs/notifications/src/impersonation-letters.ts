import { Accounts, Impersonations } from '@app/identity';
import { Injectable } from '@nestjs/common';

import type { AddressedLetter } from './letter.ts';
import { lookedAt } from './mails/accounts.ts';

@Injectable()
export class ImpersonationLetters {
  constructor(
    private readonly impersonations: Impersonations,
    private readonly accounts: Accounts,
  ) {}

  /** To the person through whose eyes staff look. */
  async begun(impersonationId: string): Promise<AddressedLetter[]> {
    const look = await this.impersonations.find(impersonationId);
    if (!look) return [];
    const to = (await this.accounts.addressees([look.accountId])).get(look.accountId);
    return to ? [{ about: to.id, to, letter: lookedAt(look.reason, look.startedAt, look.endsAt) }] : [];
  }
}
