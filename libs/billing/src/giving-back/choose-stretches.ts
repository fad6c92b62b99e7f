import type { Tx } from '@app/database';
import { Money } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import type { Earning } from '../earning.entity.ts';
import { BilledLines, type LockedLine } from './billed-lines.repository.ts';
import { NothingToGiveBack, PartTooLarge, PartTooSmall, TakenByBank } from './giving-back.errors.ts';
import { cutOf } from './split-earning.ts';
import { type Priced, type Worth, worthOf } from './worth.ts';

/** Part of a line: what is in one of its earnings, or what is in any that nothing holds. */
export type PartOfWork = {
  /** Of work; of a bonus: cents. All that is left when left out. */
  readonly seconds?: number;
} & ({ readonly earningId: string } | { readonly lineId: string });

/** The end of an earning: `[from, to)` of its line. */
export interface Stretch extends Worth {
  readonly earning: Earning;
  readonly from: number;
  readonly to: number;
}

/** Which stretches of a line would go back, and what they are worth. Nothing is done yet. */
@Injectable()
export class ChooseStretches {
  constructor(private readonly lines: BilledLines) {}

  /**
   * From what is nearest at hand: first what has not been released, last what has been sent. Throws `part_too_large`,
   * `part_too_small`, `nothing_to_give_back`, `taken_by_bank`.
   */
  async run(tx: Tx, { line, invoice }: LockedLine, part: PartOfWork): Promise<Stretch[]> {
    if (['void', 'uncollectible'].includes(invoice.state)) throw new NothingToGiveBack();
    const stretches: Stretch[] = [];
    let left = part.seconds ?? Infinity;
    let there = 0;
    for (const earning of await this.earnings(tx, part)) {
      const upTo = GONE.has(earning.state) ? earning.partFrom : await this.lines.freeUpTo(tx, earning);
      const free = upTo - earning.partFrom;
      there += free;
      const quantity = Math.min(left, free);
      if (quantity === 0) continue;
      const [from, to] = UNSENT.has(earning.state)
        ? [cutOf(earning, line, quantity), earning.partTo]
        : [startOf(earning, line, upTo, quantity), upTo];
      stretches.push({ earning, from, to, ...worthOf(line, from, to) });
      left -= quantity;
      if (left === 0) break;
    }
    if (stretches.length === 0 || (part.seconds !== undefined && left > 0)) throw new PartTooLarge(there);
    const withUs = await this.lines.leftWithUs(tx, line.id);
    if (Money.sum(stretches.flatMap(({ amount, fee }) => [amount, fee])).cents > withUs.cents) throw new TakenByBank();
    return stretches;
  }

  private async earnings(tx: Tx, part: PartOfWork): Promise<Earning[]> {
    if ('earningId' in part) return [await this.lines.earning(tx, part.earningId)];
    const all = await this.lines.earnings(tx, part.lineId);
    return all.filter(({ liveHolds }) => liveHolds === 0).toSorted(byNearness);
  }
}

/** What can still be cut off and never sent. */
export const UNSENT: ReadonlySet<string> = new Set(['held', 'due', 'blocked']);
const GONE: ReadonlySet<string> = new Set(['cancelled', 'unpaid']);
const NEARNESS = ['held', 'blocked', 'due'];

function byNearness(a: Earning, b: Earning): number {
  const [here, there] = [NEARNESS.indexOf(a.state), NEARNESS.indexOf(b.state)];
  return (here === -1 ? NEARNESS.length : here) - (there === -1 ? NEARNESS.length : there);
}

/** Of what was sent; a beginning that is worth no cent goes with the rest. Throws `part_too_small`. */
function startOf({ partFrom }: Earning, line: Priced, to: number, quantity: number): number {
  const from = worthOf(line, partFrom, to - quantity).amount.cents === 0 ? partFrom : to - quantity;
  if (worthOf(line, from, to).amount.cents === 0) throw new PartTooSmall();
  return from;
}
