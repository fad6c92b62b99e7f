export const stepKinds = [
  ...[
    'invoice',
    'charge',
    'line',
    'earning',
    'transfer',
    'payout',
    'credit_note',
    'refund',
    'reversal',
    'debt',
    'chargeback',
  ],
] as const;
export type StepKind = (typeof stepKinds)[number];

export interface JournalReference {
  readonly reference: string;
  /** A row of the chart of journals: `J5`. */
  readonly kind: string;
  readonly reason: string;
  readonly occurredAt: Date;
}

/** One place where money was on its way. */
export interface MoneyStep {
  readonly kind: StepKind;
  /** Ours; of a charge or a payout Stripe's. */
  readonly id: string;
  readonly stripeId: string | null;
  /** Where its money comes from: ids of other steps. */
  readonly from: readonly string[];
  readonly amountCents: number;
  readonly state: string | null;
  readonly at: Date;
  /** Why it is there or stands where it does, as a code; null: its kind says all. */
  readonly reason: string | null;
  readonly journals: readonly JournalReference[];
}

/** Whatever the one leads to and whatever it came from, and nothing of what went another way; in the order of time. */
export function throughStep(steps: readonly MoneyStep[], through: readonly string[]): MoneyStep[] {
  const sources = new Map(steps.map(({ id, from }) => [id, from]));
  const above = closure(through, (id) => sources.get(id) ?? []);
  const below = closure(through, (id) => steps.filter(({ from }) => from.includes(id)).map((step) => step.id));
  return steps
    .filter(({ id }) => above.has(id) || below.has(id))
    .toSorted((a, b) => a.at.getTime() - b.at.getTime() || stepKinds.indexOf(a.kind) - stepKinds.indexOf(b.kind));
}

function closure(begin: readonly string[], next: (id: string) => readonly string[]): Set<string> {
  const reached = new Set(begin);
  for (const id of reached) for (const further of next(id)) reached.add(further);
  return reached;
}
