import type { TimeRange } from '@app/database';
import { Conflict, Invalid, NotFound } from '@app/kernel';
import type { NotWorkedForReason } from '@app/profiles';

import type { CsvFault } from './import/csv-table.ts';
import type { Obstacle, OverlapChoice } from './overlap.ts';

export class EntryNotFound extends NotFound {
  constructor(id: string) {
    super('time_entry_not_found', `There is no time entry ${id}.`);
  }
}

export class WeekNotFound extends NotFound {
  constructor(id: string) {
    super('week_not_found', `There is no week ${id}.`);
  }
}

export class NoTimerRuns extends NotFound {
  constructor() {
    super('no_timer_running', 'No timer is running.');
  }
}

export class TimerRunning extends Conflict {
  constructor(running: { id: string; contractId: string; start: Date }) {
    super('timer_running', 'A timer is already running: stop it, or switch.', {
      entryId: running.id,
      contractId: running.contractId,
      start: running.start.toISOString(),
    });
  }
}

/** Only the assistant may be told: the entries in the way may be another client's. */
export class TimeOverlap extends Conflict {
  constructor(obstacles: readonly Obstacle[], choices: readonly OverlapChoice[]) {
    super('time_overlap', 'Some of this time is already logged. No second is billed to two clients.', {
      choices,
      overlaps: obstacles.map((obstacle) => ({
        entryId: obstacle.id,
        contractId: obstacle.contractId,
        contractTitle: obstacle.contractTitle,
        clientName: obstacle.clientName,
        start: obstacle.start.toISOString(),
        end: obstacle.end?.toISOString() ?? null,
      })),
    });
  }
}

export class WeekFrozen extends Conflict {
  constructor() {
    super('week_frozen', 'This week is closed: its time is billed as it stands.');
  }
}

export class LimitOnlyRises extends Conflict {
  constructor(limitMinutes: number) {
    super('limit_only_rises', 'The limit of a week only rises within it.', { limitMinutes });
  }
}

export class ContractNotActive extends Conflict {
  constructor(state: string) {
    super('contract_not_active', `No time can be logged on a contract that is ${state}.`, { state });
  }
}

export class ContractWasPaused extends Conflict {
  constructor({ start, end }: TimeRange) {
    super('contract_was_paused', 'The contract was paused during this time.', {
      pausedFrom: start.toISOString(),
      pausedUntil: end?.toISOString() ?? null,
    });
  }
}

const notWorkedFor: Record<NotWorkedForReason, string> = {
  card_missing: 'This client has no card that can be charged. Work begins once they have saved one.',
  billing_hold: 'An invoice of this client is unpaid. Work goes on once it is settled.',
  client_suspended: 'This client cannot be worked for at present.',
};

export class ClientNotWorkedFor extends Conflict {
  constructor(reason: NotWorkedForReason) {
    super(reason, notWorkedFor[reason]);
  }
}

/** The file as a whole is refused and nothing is imported; `details.faults` names every line and column at fault. */
export class ExportRefused extends Invalid {
  constructor(faults: readonly CsvFault[]) {
    const shown = faults.slice(0, MOST_FAULTS);
    super(
      'csv_malformed',
      'Nothing was imported: the file has faults.',
      shown.map(({ line, column, message }) => ({ field: 'csv', message: `Line ${line}, ${column}: ${message}` })),
      { faults: shown, more: faults.length - shown.length },
    );
  }
}
const MOST_FAULTS = 20;
