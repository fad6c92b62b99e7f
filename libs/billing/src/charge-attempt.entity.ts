import { randomUUIDv7 } from 'node:crypto';

import { assertTransition } from '@app/kernel';
import type { Declined } from '@app/stripe';
import { Column, Entity, PrimaryColumn } from 'typeorm';

import { type ChargeAttemptState, chargeAttemptTransitions } from './charge-attempt.state.ts';

/** One try at a card. Claimed before Stripe is called, so that a crash in between is found and ended. */
@Entity('charge_attempt')
export class ChargeAttempt {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') invoiceId!: string;
  @Column('int') number!: number;
  @Column('text') paymentMethodId!: string;
  @Column('text') state!: ChargeAttemptState;
  @Column('timestamptz') stateAt!: Date;
  @Column('timestamptz') claimedAt!: Date;
  /** Also of a decline that the bank gave: Stripe has a charge for it, which failed. */
  @Column('text', { nullable: true }) chargeId!: string | null;
  @Column('text', { nullable: true }) declineCode!: string | null;
  @Column('text', { nullable: true }) message!: string | null;
  /** The client is there to answer the bank. */
  @Column('boolean') onSession!: boolean;
  /** The bank's page, while its answer is waited for. */
  @Column('text', { nullable: true }) authenticationUrl!: string | null;

  static claim(
    of: { invoiceId: string; number: number; paymentMethodId: string; onSession: boolean },
    now: Date,
  ): ChargeAttempt {
    return Object.assign(new ChargeAttempt(), of, {
      authenticationUrl: null,
      id: randomUUIDv7(),
      state: 'claimed',
      stateAt: now,
      claimedAt: now,
      chargeId: null,
      declineCode: null,
      message: null,
    });
  }

  waitAt(authenticationUrl: string, now: Date): void {
    this.moveTo('waiting', now);
    this.authenticationUrl = authenticationUrl;
  }

  succeed(chargeId: string, now: Date): void {
    this.moveTo('succeeded', now);
    this.chargeId = chargeId;
  }

  decline({ code, declineCode, message, chargeId }: Omit<Declined, 'kind'>, now: Date): void {
    this.moveTo('declined', now);
    this.declineCode = declineCode ?? code;
    this.message = message;
    this.chargeId = chargeId;
  }

  private moveTo(next: ChargeAttemptState, now: Date): void {
    assertTransition('charge attempt', chargeAttemptTransitions, this.state, next);
    this.state = next;
    this.stateAt = now;
  }
}
