import { Money } from '@app/kernel';

export interface Recovery {
  readonly debtId: string;
  readonly amount: Money;
}

/** Of each transfer at most this part is kept back for debts: one in four. */
const AT_MOST_ONE_IN = 4;

/** What an assistant owes, the oldest first, while transfers to them are claimed one after the other. */
export class OpenDebts {
  readonly #debts: { id: string; left: number }[];

  constructor(debts: readonly { readonly id: string; readonly left: Money }[]) {
    this.#debts = debts.map(({ id, left }) => ({ id, left: left.cents }));
  }

  /** What this transfer pays of them: the smaller of the debt and the floor of a quarter. */
  keepBack(transfer: Money): Recovery[] {
    let may = (transfer.cents - (transfer.cents % AT_MOST_ONE_IN)) / AT_MOST_ONE_IN;
    const recoveries: Recovery[] = [];
    for (const debt of this.#debts) {
      const cents = Math.min(may, debt.left);
      if (cents <= 0) continue;
      debt.left -= cents;
      may -= cents;
      recoveries.push({ debtId: debt.id, amount: Money.usd(cents) });
    }
    return recoveries;
  }
}
