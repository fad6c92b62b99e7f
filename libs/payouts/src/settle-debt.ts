import { randomUUIDv7 } from 'node:crypto';

import { Audit } from '@app/audit';
import { type AssistantDebt, Debts, requireNeverParty } from '@app/billing';
import { Database, type Tx } from '@app/database';
import { Clock, Conflict, NotFound, type Staff } from '@app/kernel';
import { Ledger } from '@app/ledger';
import { Injectable } from '@nestjs/common';

import { debtWrittenOff } from './reversal.journals.ts';

/** What staff do about an assistant's debt. Throws `party_to_it`, `debt_settled`, `debt_being_taken`. */
@Injectable()
export class SettleDebt {
  constructor(
    private readonly db: Database,
    private readonly debts: Debts,
    private readonly ledger: Ledger,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** The platform bears what is left of it. */
  writeOff(actor: Staff, id: string, reasonCode: string): Promise<void> {
    return this.settle(actor, id, 'debt.written_off', reasonCode, async (tx, debt, now) => {
      const writeOffId = randomUUIDv7();
      const amount = debt.writeOff(now);
      await tx.query(
        `insert into debt_write_off (id, debt_id, amount_cents, reason_code, written_off_by, at) values ($1, $2, $3, $4, $5, $6)`,
        [writeOffId, id, amount.cents, reasonCode, actor.userId, now],
      );
      await this.ledger.post(tx, debtWrittenOff(writeOffId, debt, amount, now));
    });
  }

  /** One more try to take it back from the assistant's balance at Stripe. */
  reverseAgain(actor: Staff, id: string, reasonCode: string): Promise<void> {
    return this.settle(actor, id, 'debt.reversal_retried', reasonCode, (_, debt) => {
      debt.wantsReversal = true;
      return Promise.resolve();
    });
  }

  private settle(
    actor: Staff,
    id: string,
    action: string,
    reason: string,
    work: (tx: Tx, debt: AssistantDebt, now: Date) => Promise<void>,
  ): Promise<void> {
    return this.db.transaction(async (tx) => {
      const now = this.clock.now();
      const debt = await this.debts.lock(tx, id);
      if (!debt) throw new DebtNotFound(id);
      await requireNeverParty(tx, actor, debt.clientId);
      const left = debt.left;
      if (left.cents === 0) throw new DebtSettled();
      // What a transfer or a reversal is taking at this moment is not ours to decide.
      const [open] = (await this.debts.open(tx, debt.assistantId)).filter((each) => each.id === id);
      if (open?.left.cents !== left.cents) throw new DebtBeingTaken();
      await work(tx, debt, now);
      await this.debts.save(tx, debt);
      const [before, after] = [{ leftCents: left.cents }, { leftCents: debt.left.cents }];
      await this.audit.record(
        tx,
        { actor, action, subject: { kind: 'assistant_debt', id }, before, after, reason },
        now,
      );
    });
  }
}

class DebtNotFound extends NotFound {
  constructor(id: string) {
    super('debt_not_found', `There is no debt ${id}.`);
  }
}

class DebtSettled extends Conflict {
  constructor() {
    super('debt_settled', 'Nothing is owed of this debt any more.');
  }
}

class DebtBeingTaken extends Conflict {
  constructor() {
    super('debt_being_taken', 'Part of this debt is being taken at this moment. Try again in a minute.');
  }
}
