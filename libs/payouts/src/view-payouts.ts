import type { User } from '@app/kernel';
import { Standings } from '@app/profiles';
import { Injectable } from '@nestjs/common';

import { BankPayouts, type PayoutByClient } from './bank-payouts.repository.ts';
import type { Payee } from './payee.entity.ts';
import { Payees } from './payees.repository.ts';

/** What a person sees of how they are paid: their own, and nobody else's. */
@Injectable()
export class ViewPayouts {
  constructor(
    private readonly payees: Payees,
    private readonly payouts: BankPayouts,
    private readonly standings: Standings,
  ) {}

  /** null: never begun. */
  payee(actor: User): Promise<Payee | null> {
    return this.payees.find(actor.userId);
  }

  /** Whether payouts to them are suspended: also what lies in their balance at Stripe stays there. */
  async isPaused({ userId }: User): Promise<boolean> {
    return (await this.standings.ofPerson(userId)).payoutsSuspendedAt !== null;
  }

  list(actor: User): Promise<PayoutByClient[]> {
    return this.payouts.list(actor.userId);
  }
}
