import { AsyncLocalStorage } from 'node:async_hooks';

import { Database, type Tx } from '@app/database';
import { Events } from '@app/delivery';
import { Clock, DomainError, step } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { checkRows } from './import/check-rows.ts';
import { type BegunImport, type ImportRefusal, TimeImports } from './import/time-imports.ts';
import { nameRace } from './make-room.ts';
import { earliest, latest } from './time-range.ts';
import { ExportRefused, WeekFrozen } from './timelog.errors.ts';
import { importLogged, importRefused } from './timelog.events.ts';
import { Timesheets } from './timesheets.ts';
import { weeksOf } from './weeks.queries.ts';
import { assertWorkable, lockContract } from './worked-contract.ts';

/** Of a shorter file nobody would see how far it has come. */
const ROWS_AT_ONCE = 250;
/** The queue gives a job to a worker once more than this: the last time is for saying that it could not be done. */
const MOST_TRIES = 5;
const GIVEN_UP: ImportRefusal = { code: 'import_given_up', faults: [], more: 0 };

/** A file that was handed over is logged: all of it, or nothing and why. */
@Injectable()
export class LogImport {
  constructor(
    private readonly db: Database,
    private readonly imports: TimeImports,
    private readonly timesheets: Timesheets,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** From the beginning after a crash. Twice does nothing. */
  async run(importId: string): Promise<void> {
    const begun = await this.db.transaction((tx) => this.imports.begin(tx, importId, this.clock.now()));
    if (!begun) return;
    step.reached('import.begun');
    const refusal = begun.tries > MOST_TRIES ? GIVEN_UP : await this.#tried(begun);
    if (!refusal) return;
    await this.db.transaction(async (tx) => {
      const isSettled = await this.imports.refused(tx, importId, refusal, this.clock.now());
      if (isSettled) await this.events.tell(tx, importRefused(importId));
    });
  }

  /** Null: it is logged. What cannot be told by a name is thrown, and tried again. */
  async #tried(begun: BegunImport): Promise<ImportRefusal | null> {
    // On a connection of its own: whoever waits shall read it while the file's own transaction is open.
    const advanced = AsyncLocalStorage.bind((rows: number) =>
      this.db.transaction((tx) => this.imports.advance(tx, begun.id, rows)),
    );
    try {
      await this.db.transaction((tx) => this.#log(tx, begun, advanced));
      step.reached('import.logged');
      return null;
    } catch (error) {
      const named = await nameRace(error);
      if (named instanceof DomainError) return refusalOf(named);
      throw named;
    }
  }

  async #log(tx: Tx, begun: BegunImport, advanced: (rows: number) => Promise<void>): Promise<void> {
    const { id, actor, contractId, rows } = begun;
    const now = this.clock.now();
    await this.timesheets.lockAssistant(tx, actor.userId);
    if (!(await this.imports.isOpen(tx, id))) return; // Another worker was quicker.
    const contract = await lockContract(tx, actor, contractId);
    assertWorkable(actor, contract);
    const faults = await checkRows(tx, begun, contract, now);
    if (faults.length > 0) throw new ExportRefused(faults);
    const span = { start: earliest(...rows.map(({ start }) => start)), end: latest(...rows.map(({ end }) => end)) };
    const weeks = await weeksOf(tx, contract, span);
    if (!weeks.every((week) => week.isOpen(now))) throw new WeekFrozen();

    const sheet = await this.timesheets.open(tx, weeks, [], now);
    const draft = { chainId: id, contractId, assistantId: actor.userId, source: 'import', importId: id } as const;
    const inOrder = rows.toSorted((a, b) => a.start.getTime() - b.start.getTime());
    for (let done = 0; done < inOrder.length; done += ROWS_AT_ONCE) {
      const some = inOrder.slice(done, done + ROWS_AT_ONCE);
      for (const { start, end, note } of some) sheet.log({ ...draft, note }, [{ start, end }], { verb: 'logged' });
      await this.timesheets.writeSoFar(tx, sheet, actor.userId, now);
      step.reached('import.half_logged');
      await advanced(done + some.length);
    }
    await this.timesheets.write(tx, sheet, actor.userId, now);
    await this.imports.logged(tx, id, now);
    await this.events.tell(tx, importLogged(id));
  }
}

function refusalOf({ code, details }: DomainError): ImportRefusal {
  return { code, faults: [], more: 0, ...(code === 'csv_malformed' ? details : {}) };
}
