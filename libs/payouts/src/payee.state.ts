export type PayeeState = 'onboarding' | 'active' | 'restricted' | 'closed';

export const payeeTransitions = {
  onboarding: ['active', 'restricted', 'closed'],
  active: ['restricted', 'closed'],
  restricted: ['active', 'closed'],
  closed: [],
} as const satisfies Record<PayeeState, readonly PayeeState[]>;
