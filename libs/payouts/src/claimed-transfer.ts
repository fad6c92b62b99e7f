import type { Money } from '@app/kernel';

import type { Recovery } from './open-debts.ts';

export interface TransferItem {
  readonly earningId: string;
  readonly lineId: string;
  readonly amount: Money;
}

/** A transfer whose row stands, and of which Stripe may or may not have heard. */
export interface ClaimedTransfer {
  readonly id: string;
  readonly assistantId: string;
  readonly clientId: string;
  readonly invoiceId: string;
  /** Null: guaranteed money, out of what the platform has available. */
  readonly chargeId: string | null;
  /** The payee's account at Stripe. */
  readonly destination: string;
  /** What is sent: the items less what is kept back. */
  readonly amount: Money;
  /** What is kept back for debts. */
  readonly recoveries: readonly Recovery[];
  readonly claimedAt: Date;
  readonly items: readonly TransferItem[];
}
