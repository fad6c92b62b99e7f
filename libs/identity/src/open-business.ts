import { Database } from '@app/database';
import { Clock, type User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { Business, type NewBusiness } from './business.entity.ts';
import { Businesses } from './businesses.repository.ts';

@Injectable()
export class OpenBusiness {
  constructor(
    private readonly db: Database,
    private readonly businesses: Businesses,
    private readonly clock: Clock,
  ) {}

  /** A business with one owner: whoever opens it. */
  run(actor: User, given: NewBusiness): Promise<Business> {
    return this.db.transaction(async (tx) => {
      const business = Business.open(given, this.clock.now());
      await this.businesses.add(tx, business, actor.userId);
      return business;
    });
  }
}
