import { Database } from '@app/database';
import type { Staff } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { everParty } from './never-party.ts';
import type { RefundState } from './refund.state.ts';

/** A refund that somebody has to look at, as staff see it. */
export interface StuckRefund {
  readonly id: string;
  readonly invoiceId: string;
  readonly invoiceNumber: string;
  readonly clientId: string;
  readonly clientName: string;
  readonly amountCents: number;
  readonly state: RefundState;
  readonly stateAt: Date;
  readonly failure: string | null;
  readonly waitsFor: 'reversal' | 'funds' | 'balance' | null;
  readonly stripeId: string | null;
  readonly attempt: number;
  /** There is something to do for it, and whoever looks may do it: they are not, and never were, party to it. */
  readonly mayResolve: boolean;
}

@Injectable()
export class ListRefunds {
  constructor(private readonly db: Database) {}

  /** Refused, failed, or waiting for funds or for the platform's balance; those that wait longest first. */
  stuck({ userId }: Staff): Promise<StuckRefund[]> {
    return this.db.reader.query<StuckRefund[]>(
      `select r.id, r.invoice_id as "invoiceId", i.number as "invoiceNumber", r.client_id as "clientId", b.name as "clientName",
              r.amount_cents::int as "amountCents", r.state, r.state_at as "stateAt", r.failure, r.waits_for as "waitsFor",
              r.stripe_id as "stripeId", r.attempt,
              r.state in ('refused', 'failed') and not ${everParty('$1', 'r.client_id')} as "mayResolve"
         from refund r join invoice i on i.id = r.invoice_id join business b on b.id = r.client_id
        where r.state in ('refused', 'failed') or r.state = 'due' and r.waits_for = 'funds' or r.state = 'sent' and r.waits_for = 'balance'
        order by r.state_at, r.id`,
      [userId],
    );
  }
}
