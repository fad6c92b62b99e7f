import { Conflict, Forbidden, Invalid, NotFound } from '@app/kernel';

/** What staff look for is not there. */
export class NothingFound extends NotFound {
  constructor(what: string) {
    super('nothing_found', `There is no such ${what}.`);
  }
}

export class AnotherMustDoIt extends Forbidden {
  constructor() {
    super('another_must_do_it', 'You have begun this: another member of staff has to look at it.');
  }
}

export class TooLongAHold extends Invalid {
  constructor(days: number) {
    super('too_long_a_hold', `A hold lasts at most ${days} days.`, [
      { field: 'until', message: `must be within ${days} days` },
    ]);
  }
}

export class NothingToHold extends Conflict {
  constructor() {
    super('nothing_to_hold', 'All of it has been sent, or given back: there is nothing left to hold.');
  }
}

export class HoldOver extends Conflict {
  constructor() {
    super('hold_over', 'This hold is over.');
  }
}

export class NotAppealed extends Conflict {
  constructor() {
    super('not_appealed', 'Nobody has appealed this suspension, or it is decided.');
  }
}

export class OnlyTheFuture extends Invalid {
  constructor(field: string) {
    super('only_the_future', 'What holds already is never changed: choose an instant that is yet to come.', [
      { field, message: 'must be in the future' },
    ]);
  }
}

export class TakenAlready extends Conflict {
  constructor(what: string) {
    super('taken_already', `There is such a ${what} already.`, { what });
  }
}

export class StaffCannotBeImpersonated extends Forbidden {
  constructor() {
    super('staff_not_impersonated', 'Nobody looks through the eyes of a member of staff.');
  }
}
