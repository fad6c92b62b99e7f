import { Database } from '@app/database';
import { Clock, type Money } from '@app/kernel';
import { HIGHEST_RATE, LOWEST_RATE } from '@app/profiles';
import { Injectable } from '@nestjs/common';

import { type Fees, FeeSchedule } from './fee-schedule.ts';

export interface PricesToday extends Fees {
  /** What an hour may cost, before the service fee. */
  readonly lowestRate: Money;
  readonly highestRate: Money;
}

/** What a contract that is signed today would cost. */
@Injectable()
export class Prices {
  constructor(
    private readonly db: Database,
    private readonly fees: FeeSchedule,
    private readonly clock: Clock,
  ) {}

  async today(): Promise<PricesToday> {
    const fees = await this.fees.at(this.db.reader, this.clock.now());
    return { ...fees, lowestRate: LOWEST_RATE, highestRate: HIGHEST_RATE };
  }
}
