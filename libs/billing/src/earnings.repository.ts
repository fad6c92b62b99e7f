import { Database, type Tx } from '@app/database';
import { assertTransition } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';

import { Earning } from './earning.entity.ts';
import { type BlockedReason, type EarningState, earningTransitions } from './earning.state.ts';

/** For the lib that sends money: it says what became of the earnings it took. */
@Injectable()
export class Earnings {
  constructor(private readonly db: Database) {}

  /** Rows of these states, locked until the transaction ends; those that another transaction holds are left out. */
  async lock(tx: Tx, ids: readonly string[]): Promise<Earning[]> {
    return tx.find(Earning, {
      where: { id: In([...ids]) },
      order: { id: 'ASC' },
      lock: { mode: 'for_no_key_update' },
    });
  }

  /** Moves all of them, or throws: one that stands elsewhere is a mistake of the caller's. */
  async move(
    tx: Tx,
    ids: readonly string[],
    { from, to, reason = null }: { from: EarningState; to: EarningState; reason?: BlockedReason | null },
    now: Date,
  ): Promise<void> {
    assertTransition('earning', earningTransitions, from, to);
    const { affected } = await tx.update(
      Earning,
      { id: In([...ids]), state: from },
      { state: to, stateAt: now, blockedReason: reason },
    );
    if (affected !== ids.length)
      throw new Error(`${ids.length} earnings were to be ${to}, and ${affected} were ${from}`);
  }

  find(id: string): Promise<Earning | null> {
    return this.db.reader.findOneBy(Earning, { id });
  }
}
