import { Database, type Tx } from '@app/database';
import { Money } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { AssistantDebt } from './assistant-debt.entity.ts';
import { GivenBack } from './give-back.entity.ts';
import { Refunds } from './refunds.repository.ts';

const lock = { mode: 'for_no_key_update' } as const;

/** For the lib that sends money: it takes back what is owed, and says how much of it came. */
@Injectable()
export class Debts {
  constructor(
    private readonly db: Database,
    private readonly refunds: Refunds,
  ) {}

  /** Those of which one try is to be made to take them back from the assistant's balance. */
  wantingReversal(): Promise<AssistantDebt[]> {
    return this.db.reader.find(AssistantDebt, {
      where: { wantsReversal: true },
      order: { openedAt: 'ASC', id: 'ASC' },
    });
  }

  lock(tx: Tx, id: string): Promise<AssistantDebt | null> {
    return tx.findOne(AssistantDebt, { where: { id }, lock });
  }

  /** What the assistant owes, the oldest first, locked; less what transfers that are under way keep back already. */
  async open(tx: Tx, assistantId: string): Promise<{ id: string; left: Money }[]> {
    const rows = await tx.query<{ id: string; left: string }[]>(
      `select d.id, d.amount_cents - d.reversed_cents - d.recovered_cents - d.written_off_cents
                  - coalesce((select sum(r.amount_cents) from debt_recovery r join transfer t on t.id = r.transfer_id
                               where r.debt_id = d.id and r.live and t.state = 'claimed'), 0)
                  - coalesce((select sum(v.amount_cents) from transfer_reversal v where v.debt_id = d.id and v.state = 'claimed'), 0)
                  as left
         from assistant_debt d
        where d.assistant_id = $1 and d.closed_at is null order by d.opened_at, d.id for no key update of d`,
      [assistantId],
    );
    return rows.map(({ id, left }) => ({ id, left: Money.usd(Number(left)) })).filter(({ left }) => left.cents > 0);
  }

  /** The one try was made, or there was nothing to try: the client's refund waits for it no longer. */
  async tried(tx: Tx, debt: AssistantDebt): Promise<void> {
    debt.wantsReversal = false;
    await tx.save(debt);
    if (debt.giveBackId !== null) await this.refunds.letGo(tx, debt.giveBackId, 'reversal');
    await this.letGoWhenFunded(tx, debt);
  }

  async recovered(tx: Tx, id: string, amount: Money, now: Date): Promise<AssistantDebt> {
    const debt = await tx.findOneOrFail(AssistantDebt, { where: { id }, lock });
    debt.recover(amount, now);
    await tx.save(debt);
    await this.letGoWhenFunded(tx, debt);
    return debt;
  }

  async save(tx: Tx, debt: AssistantDebt): Promise<void> {
    await tx.save(debt);
    await this.letGoWhenFunded(tx, debt);
  }

  /** A refund that goes out only as it is funded goes out once nothing is owed for it. */
  private async letGoWhenFunded(tx: Tx, { giveBackId, closedAt }: AssistantDebt): Promise<void> {
    if (giveBackId === null || closedAt === null) return;
    const { onlyAsFunded } = await tx.findOneByOrFail(GivenBack, { id: giveBackId });
    if (onlyAsFunded) await this.refunds.letGo(tx, giveBackId, 'funds');
  }
}
