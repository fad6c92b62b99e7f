import { assertTransition } from '@app/kernel';
import type { PayeeAccount } from '@app/stripe';
import { Column, Entity, PrimaryColumn } from 'typeorm';

import { type PayeeState, payeeTransitions } from './payee.state.ts';

/** An assistant as Stripe pays them: one connected account each. */
@Entity('payee')
export class Payee {
  /** The assistant. */
  @PrimaryColumn('uuid') id!: string;
  /** null while the account is being made. */
  @Column('text', { nullable: true }) stripeAccountId!: string | null;
  @Column('text') country!: string;
  @Column('text') state!: PayeeState;
  @Column('timestamptz') stateAt!: Date;
  @Column('timestamptz') createdAt!: Date;
  /** Since when it is to be closed, its assistant being erased; what Stripe refused is asked anew under another key. */
  @Column('timestamptz', { nullable: true }) closingAt!: Date | null;
  @Column('int') closingRefusals!: number;

  /** Whether transfers may be sent. */
  get payable(): boolean {
    return this.state === 'active';
  }

  /** Follows what Stripe says of the account. False: that is how it stands already. */
  follow(account: PayeeAccount, now: Date): boolean {
    const next = stateOf(account, this.state);
    if (next === this.state) return false;
    assertTransition('payee', payeeTransitions, this.state, next);
    this.state = next;
    this.stateAt = now;
    return true;
  }
}

/** Until the first onboarding is done Stripe calls an account restricted, for what it has not been told yet. */
function stateOf({ transfers, closed }: PayeeAccount, from: PayeeState): PayeeState {
  if (closed || from === 'closed') return 'closed';
  if (transfers === 'active') return 'active';
  if (from !== 'onboarding') return 'restricted';
  return transfers === 'rejected' || transfers === 'unsupported' ? 'restricted' : 'onboarding';
}
