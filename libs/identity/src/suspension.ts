export const suspensionScopes = ['signing_in', 'hiring', 'assisting', 'payouts'] as const;
export type SuspensionScope = (typeof suspensionScopes)[number];

/** Exactly one of both: a person, or a business, which can only be kept from hiring. */
export interface Suspended {
  readonly kind: 'account' | 'business';
  readonly id: string;
}

export interface Suspension {
  readonly id: string;
  readonly accountId: string | null;
  readonly businessId: string | null;
  readonly scopes: readonly SuspensionScope[];
  readonly reasonCode: string;
  /** In words for the person. */
  readonly explanation: string;
  readonly placedBy: string;
  readonly placedAt: Date;
  /** When it ends by itself; null: when somebody lifts it. */
  readonly until: Date | null;
  readonly endedAt: Date | null;
  /** null: it ran out. */
  readonly endedBy: string | null;
  readonly appeal: string | null;
  readonly appealedAt: Date | null;
  /** Whether the appeal was taken; null: nobody has decided. */
  readonly appealUpheld: boolean | null;
  readonly appealDecidedBy: string | null;
  readonly appealDecidedAt: Date | null;
}

export function suspendedOf({ accountId, businessId }: Suspension): Suspended {
  return accountId === null ? { kind: 'business', id: businessId ?? '' } : { kind: 'account', id: accountId };
}

export function isLive({ endedAt, until }: Suspension, now: Date): boolean {
  return endedAt === null && (until === null || until > now);
}
