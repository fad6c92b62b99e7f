/** What the assistant earns, and the client's fee on it. */
export interface Worth {
  readonly amountCents: number;
  readonly feeCents: number;
}

type Side = 'client' | 'assistant' | 'staff';

/** What it means to who reads: the client pays the fee too, the assistant never sees it. */
export function centsFor(side: Side, { amountCents, feeCents }: Worth): number {
  return side === 'assistant' ? amountCents : amountCents + feeCents;
}
