export type ChargebackState =
  'inquiry' | 'inquiry_closed' | 'needs_response' | 'under_review' | 'prevented' | 'lost' | 'won';

/** Only upwards: what is read late, or out of order, never takes back what is known. Lost may still turn won. */
export const chargebackTransitions = {
  inquiry: ['inquiry_closed', 'needs_response', 'under_review', 'prevented', 'lost', 'won'],
  inquiry_closed: ['needs_response', 'under_review', 'prevented', 'lost', 'won'],
  needs_response: ['under_review', 'prevented', 'lost', 'won'],
  under_review: ['prevented', 'lost', 'won'],
  prevented: ['lost', 'won'],
  lost: ['won'],
  won: [],
} as const satisfies Record<ChargebackState, readonly ChargebackState[]>;

const STATES: Readonly<Record<string, ChargebackState>> = {
  warning_needs_response: 'inquiry',
  warning_under_review: 'inquiry',
  warning_closed: 'inquiry_closed',
  needs_response: 'needs_response',
  under_review: 'under_review',
  prevented: 'prevented',
  lost: 'lost',
  // The money is gone while an appeal is open.
  appeal_needs_response: 'lost',
  appeal_under_review: 'lost',
  won: 'won',
};

/** What Stripe's word for it means here. Throws for one that nobody knows: it is tried again until somebody does. */
export function stateFrom(status: string): ChargebackState {
  const state = STATES[status];
  if (!state) throw new Error(`Stripe says that a dispute is ${status}, which means nothing to Kontor yet`);
  return state;
}

/** Whether the second is news to the first. */
export function isAhead(state: ChargebackState, next: ChargebackState): boolean {
  return (chargebackTransitions[state] as readonly ChargebackState[]).includes(next);
}

/** The bank has taken money back and has not decided yet. */
export function isOpen(state: ChargebackState): boolean {
  return state === 'needs_response' || state === 'under_review';
}

/** Money follows: an inquiry moves none. */
export function isFinal(state: ChargebackState): boolean {
  return state === 'lost' || state === 'won' || state === 'prevented';
}
