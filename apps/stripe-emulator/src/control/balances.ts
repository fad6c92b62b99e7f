import type { Emulator } from '../emulator.ts';

export interface BalanceSnapshot {
  readonly account: string;
  readonly currency: string;
  /** Cents. */
  readonly available: number;
  readonly pending: number;
}

/** Every account's balance as its balance transactions add up now. */
export function balancesOf(emulator: Emulator): BalanceSnapshot[] {
  return emulator.db.all<BalanceSnapshot>(
    `select account, currency, sum(iif(available_on <= ?1, net, 0)) as available, sum(iif(available_on > ?1, net, 0)) as pending
     from object where type = 'balance_transaction' group by account, currency order by account, currency`,
    emulator.clock.seconds(),
  );
}
