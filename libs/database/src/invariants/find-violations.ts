import type { EntityManager } from 'typeorm';

import { invariants } from './invariants.ts';

export type Violations = Record<string, object[]>;

/**
 * The rows that break each invariant, by its name: all lists are empty when the books are in order. What needs quiet
 * (ledger against Stripe, events done) is asked only of what happened before `watermark`.
 */
export async function findViolations(reader: Pick<EntityManager, 'query'>, watermark: Date): Promise<Violations> {
  const found: Violations = {};
  for (const { name, sql } of invariants) found[name] = await reader.query<object[]>(sql, [watermark]);
  return found;
}

export function hold(violations: Violations): boolean {
  return Object.values(violations).every((rows) => rows.length === 0);
}
