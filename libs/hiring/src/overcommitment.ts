import type { Contract } from './contract.entity.ts';
import { inHours } from './in-hours.ts';

const LIVE: readonly string[] = ['offered', 'active', 'paused'];

/**
 * The warning both sides read when the contract's weekly limit is more than the assistant has free beside their other
 * active contracts. `freeMinutes` is null when the assistant has declared nothing.
 */
export function overcommitment(contract: Contract, assistantName: string, freeMinutes: number | null): string[] {
  if (freeMinutes === null || !LIVE.includes(contract.state) || contract.weeklyLimitMinutes <= freeMinutes) return [];
  const wanted = inHours(contract.weeklyLimitMinutes);
  const free = freeMinutes > 0 ? `only ${inHours(freeMinutes)}` : 'no hours';
  return [`Up to ${wanted} a week, while ${assistantName} has ${free} free beside other contracts.`];
}
