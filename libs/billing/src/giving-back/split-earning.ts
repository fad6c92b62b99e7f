import { randomUUIDv7 } from 'node:crypto';

import type { Tx } from '@app/database';
import { Ledger } from '@app/ledger';
import { Injectable } from '@nestjs/common';

import { Earning } from '../earning.entity.ts';
import { earningSplit } from './giving-back.journals.ts';
import { PartTooLarge, PartTooSmall } from './giving-back.errors.ts';
import { type Priced, worthOf } from './worth.ts';

/** Cuts the end off an earning that has not been sent. */
@Injectable()
export class SplitEarning {
  constructor(private readonly ledger: Ledger) {}

  /**
   * The earning of that part alone (seconds; of a bonus cents), its dates those of the whole. The whole itself when no
   * cent would be left of it. Its row is locked by the caller. Throws `part_too_small`, `part_too_large`.
   */
  async run(tx: Tx, whole: Earning, line: Priced, quantity: number, now: Date): Promise<Earning> {
    const cut = cutOf(whole, line, quantity);
    if (cut === whole.partFrom) return whole;

    const { amount } = worthOf(line, cut, whole.partTo);
    const child = Object.assign(new Earning(), whole, {
      ...{ id: randomUUIDv7(), parentId: whole.id, amountCents: amount, partFrom: cut, liveHolds: 0 },
    });
    whole.partTo = cut;
    whole.amountCents = whole.amountCents.minus(amount);
    await tx.update(Earning, { id: whole.id }, { partTo: cut, amountCents: whole.amountCents });
    await tx.insert(Earning, child);
    if (whole.state === 'unpaid') return child; // Nothing is booked of it.
    const account = whole.state === 'held' ? 'earnings_held' : 'earnings_due';
    await this.ledger.post(tx, earningSplit(whole, child, account, now));
    return child;
  }
}

/**
 * Where the part begins: at the beginning of the whole when no cent would be left before it. Throws `part_too_small`,
 * `part_too_large`.
 */
export function cutOf({ partFrom, partTo, amountCents }: Earning, line: Priced, quantity: number): number {
  const cut = partTo - quantity;
  if (cut < partFrom) throw new PartTooLarge(partTo - partFrom);
  const { amount } = worthOf(line, cut, partTo);
  if (amount.cents === 0) throw new PartTooSmall();
  return amount.cents === amountCents.cents ? partFrom : cut;
}
