/** `waiting`: for the outcome of a charge that is under way. `dropped`: there was nothing to give back after all. */
export type GiveBackState = 'waiting' | 'applied' | 'dropped';

export const giveBackTransitions = {
  waiting: ['applied', 'dropped'],
  applied: [],
  dropped: [],
} as const satisfies Record<GiveBackState, readonly GiveBackState[]>;
