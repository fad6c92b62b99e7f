import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

export interface Fees {
  /** What the client pays on top of the rate, in basis points. */
  readonly clientFeeBp: number;
  /** What the assistant gives up of the rate, in basis points. */
  readonly assistantFeeBp: number;
}

@Injectable()
export class FeeSchedule {
  /** The fees in force at that instant. A contract keeps them for life. */
  async at(from: EntityManager, instant: Date): Promise<Fees> {
    const [fees] = await from.query<Fees[]>(
      `select client_fee_bp as "clientFeeBp", assistant_fee_bp as "assistantFeeBp" from fee_schedule
        where effective_from <= $1 order by effective_from desc limit 1`,
      [instant],
    );
    if (!fees) throw new Error(`No fee schedule is in force at ${instant.toISOString()}`);
    return fees;
  }
}
