import { Database } from '@app/database';
import { Clock, NotFound, type User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { monthNamed, monthsBetween } from '@app/kernel';
import { type BankPayout, type Movement, movementKind, type Statement } from './statement.ts';
import { BANK_PAYOUTS, MOVEMENTS, OWED_BEFORE, READER } from './statement.queries.ts';

interface Reader {
  readonly name: string;
  readonly zone: string;
  /** Of the first thing the ledger says of them. */
  readonly since: Date | null;
}

export class StatementNotFound extends NotFound {
  constructor() {
    super('statement_not_found', 'There is no statement of that month.');
  }
}

/** What one assistant earned, gave back and was sent, month by month in their own zone, as the ledger has it. */
@Injectable()
export class ReadStatement {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** The months of which there is one, the latest first. */
  async months(actor: User): Promise<string[]> {
    const { since, zone } = await this.#reader(actor);
    return since ? monthsBetween(since, this.clock.now(), zone) : [];
  }

  /** Throws `StatementNotFound` for a month that has not begun. */
  async run(actor: User, name: string): Promise<Statement> {
    const reader = await this.#reader(actor);
    const month = monthNamed(name, reader.zone);
    if (!month || month.from > this.clock.now()) throw new StatementNotFound();
    const [opening, closing, movements, bankPayouts] = await Promise.all([
      this.#owed(actor, month.from),
      this.#owed(actor, month.to),
      this.db.reader.query<(Omit<Movement, 'kind'> & { kind: string })[]>(MOVEMENTS, [
        actor.userId,
        month.from,
        month.to,
      ]),
      this.db.reader.query<BankPayout[]>(BANK_PAYOUTS, [actor.userId, month.from, month.to]),
    ]);
    return {
      ...{ name: reader.name, month, bankPayouts },
      ...{ openingCents: opening.cents, closingCents: closing.cents, debtCents: closing.debtCents },
      movements: movements.map((row) => ({ ...row, kind: movementKind(row.kind) })),
    };
  }

  async #reader({ userId }: User): Promise<Reader> {
    const [reader] = await this.db.reader.query<Reader[]>(READER, [userId]);
    if (!reader) throw new StatementNotFound();
    return reader;
  }

  async #owed({ userId }: User, before: Date): Promise<{ cents: number; debtCents: number }> {
    const [owed] = await this.db.reader.query<[{ cents: number; debtCents: number }]>(OWED_BEFORE, [userId, before]);
    return owed;
  }
}
