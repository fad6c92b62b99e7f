import type { Contract } from './contract.entity.ts';
import { inHours } from './in-hours.ts';

const LIVE: readonly string[] = ['offered', 'active', 'paused'];

/** A weekly limit that is more than the assistant has free beside their other active contracts. */
export interface Overcommitment {
  readonly freeMinutes: number;
}

/** Null when the limit fits, or when `freeMinutes` is null: the assistant has declared nothing. */
export function overcommitmentOf(contract: Contract, freeMinutes: number | null): Overcommitment | null {
  if (freeMinutes === null || !LIVE.includes(contract.state) || contract.weeklyLimitMinutes <= freeMinutes) return null;
  return { freeMinutes };
}

/** The warning that both sides read, in English. */
export function overcommitmentSays(contract: Contract, assistantName: string, { freeMinutes }: Overcommitment): string {
  const wanted = inHours(contract.weeklyLimitMinutes);
  const free = freeMinutes > 0 ? `only ${inHours(freeMinutes)}` : 'no hours';
  return `Up to ${wanted} a week, while ${assistantName} has ${free} free beside other contracts.`;
}
