import { Database } from '@app/database';
import { type Actor, actsFor, Clock, type Month, monthNamed, monthOf } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { BusinessNotFound } from '../billing.errors.ts';
import { SPEND } from './spend.queries.ts';

/** What one assistant cost in one month. Amounts in cents, as on the invoices. */
export interface SpendRow {
  /** `2026-03` */
  readonly month: string;
  readonly assistantId: string;
  readonly assistantName: string;
  readonly minutes: number;
  readonly workCents: number;
  readonly feeCents: number;
  readonly givenBackCents: number;
  readonly spentCents: number;
}

export interface Spend {
  /** In which the months begin and end. */
  readonly zone: string;
  /** The oldest first. */
  readonly months: readonly string[];
  readonly rows: readonly SpendRow[];
}

@Injectable()
export class DescribeSpend {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** This month and those before it, `count` in all. Throws `BusinessNotFound`. */
  async run(actor: Actor, businessId: string, count: number): Promise<Spend> {
    if (!actsFor(actor, businessId)) throw new BusinessNotFound(businessId);
    const zone = await this.zoneOf(businessId);
    const months = lastMonths(this.clock.now(), zone, count);
    const rows = await this.db.reader.query<SpendRow[]>(SPEND, [
      businessId,
      months.map(({ name }) => name),
      months.map(({ from }) => from),
      months.map(({ to }) => to),
    ]);
    return { zone, months: months.map(({ name }) => name), rows };
  }

  private async zoneOf(businessId: string): Promise<string> {
    const [business] = await this.db.reader.query<{ zone: string }[]>(`select zone from business where id = $1`, [
      businessId,
    ]);
    if (!business) throw new BusinessNotFound(businessId);
    return business.zone;
  }
}

function lastMonths(now: Date, zone: string, count: number): Month[] {
  const months: Month[] = [];
  for (let instant = now; months.length < count;) {
    const month = monthNamed(monthOf(instant, zone), zone);
    if (!month) throw new RangeError(`${instant.toISOString()} is in no month of ${zone}`);
    months.unshift(month);
    instant = new Date(month.from.getTime() - 1);
  }
  return months;
}
