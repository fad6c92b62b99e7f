import type { User } from '@app/kernel';
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
  ) {}

  /** null: never begun. */
  payee(actor: User): Promise<Payee | null> {
    return this.payees.find(actor.userId);
  }

  list(actor: User): Promise<PayoutByClient[]> {
    return this.payouts.list(actor.userId);
  }
}
