import { Database } from '@app/database';
import { Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { type UnpaidPolicy, unpaidPolicyAt } from './unpaid-policy.ts';

/** What anybody is told before work starts: what happens when the client does not pay for it. */
@Injectable()
export class DescribeUnpaidPolicy {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Of work that begins now. */
  run(): Promise<UnpaidPolicy> {
    return unpaidPolicyAt(this.db.reader, this.clock.now());
  }
}
