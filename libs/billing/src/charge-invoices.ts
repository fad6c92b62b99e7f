import { Database } from '@app/database';
import type { Sweep } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { ANSWER_WITHIN_MINUTES, ChargeCard } from './charge-card.ts';
import { ClaimCharges, type ClaimedCharge } from './claim-charges.ts';

/** At two calls each, about as many a second as Stripe likes. */
const AT_ONCE = 5;

/** Charges what is due to the saved cards, and takes up what an earlier process left in the middle. */
@Injectable()
export class ChargeInvoices implements Sweep {
  readonly name = 'billing.charge-invoices';
  #running: Promise<number> | undefined;

  constructor(
    private readonly db: Database,
    private readonly claims: ClaimCharges,
    private readonly charging: ChargeCard,
  ) {}

  /** How many invoices moved: paid, or past due. A second call while one runs joins it. */
  run(now: Date): Promise<number> {
    this.#running ??= this.chargeAll(now).finally(() => (this.#running = undefined));
    return this.#running;
  }

  async nextDueAt(): Promise<Date | null> {
    const [{ at }] = await this.db.reader.query<[{ at: Date | null }]>(
      `select least((select min(next_attempt_at) from invoice where state in ('issued', 'past_due', 'uncollectible')),
                    (select min(claimed_at) + make_interval(mins => $1) from charge_attempt where state = 'waiting')) as at`,
      [ANSWER_WITHIN_MINUTES],
    );
    return at;
  }

  private async chargeAll(now: Date): Promise<number> {
    let moved = await this.inBatches(await this.claims.leftInTheMiddle());
    for (;;) {
      const { claimed, cardless } = await this.claims.run(now, AT_ONCE);
      if (claimed.length + cardless === 0) return moved;
      moved += cardless + (await settled(claimed.map((charge) => this.charging.run(charge))));
    }
  }

  private async inBatches(left: ClaimedCharge[]): Promise<number> {
    let moved = 0;
    for (let from = 0; from < left.length; from += AT_ONCE) {
      const batch = left.slice(from, from + AT_ONCE);
      moved += await settled(batch.map((charge) => this.charging.takeUp(charge)));
    }
    return moved;
  }
}

/** Waits for all of them: one that fails does not leave the others without anybody. */
async function settled(charges: Promise<boolean>[]): Promise<number> {
  const results = await Promise.allSettled(charges);
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
  return results.filter((result) => result.status === 'fulfilled' && result.value).length;
}
