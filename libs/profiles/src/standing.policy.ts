export interface ClientStanding {
  readonly clientId: string;
  /** A saved card that was not refused for good. */
  readonly chargeable: boolean;
  /** Since when billing accepts no more work for this client. */
  readonly billingHoldAt: Date | null;
  readonly suspendedAt: Date | null;
}

export interface PayeeStanding {
  readonly assistantId: string;
  /** Stripe accepts transfers for them. */
  readonly payable: boolean;
}

/** Since when a person may not do what, by the word of staff; null: they may. */
export interface PersonStanding {
  readonly accountId: string;
  readonly hiringSuspendedAt: Date | null;
  readonly assistingSuspendedAt: Date | null;
  readonly payoutsSuspendedAt: Date | null;
}

export type NotWorkedForReason = 'card_missing' | 'billing_hold' | 'client_suspended';

/** Why no second may be worked for this client now; null when it may. */
export function whyNotWorkedFor(standing: ClientStanding): NotWorkedForReason | null {
  if (standing.suspendedAt) return 'client_suspended';
  if (standing.billingHoldAt) return 'billing_hold';
  return standing.chargeable ? null : 'card_missing';
}

export function clientMayBeWorkedFor(standing: ClientStanding): boolean {
  return whyNotWorkedFor(standing) === null;
}
