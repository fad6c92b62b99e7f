import { Conflict, Invalid, NotFound } from '@app/kernel';

export class LineNotFound extends NotFound {
  constructor(id: string) {
    super('line_not_found', `There is no invoice line ${id}.`);
  }
}

export class RefundNotFound extends NotFound {
  constructor(id: string) {
    super('refund_not_found', `There is no refund ${id}.`);
  }
}

/** More than is there: the rest of the line was given back before, or is held for another cause. */
export class PartTooLarge extends Conflict {
  constructor(left: number) {
    super('part_too_large', 'There is less than this left of the line.', { left });
  }
}

export class PartTooSmall extends Invalid {
  constructor() {
    super('part_too_small', 'This part is too short to be worth a cent.', [
      { field: 'seconds', message: 'is not worth a cent: take at least a minute' },
    ]);
  }
}

/** The money is on its way, or went already: what went can only be given back. */
export class EarningGone extends Conflict {
  constructor(state: string) {
    super('earning_gone', 'This money cannot be held any more.', { state });
  }
}

/** The invoice will never be paid, so that nothing of it goes back. */
export class NothingToGiveBack extends Conflict {
  constructor() {
    super('nothing_to_give_back', 'Nothing was paid for this, and nothing will be: there is nothing to give back.');
  }
}

/** A lost chargeback gave it to the client already. */
export class TakenByBank extends Conflict {
  constructor() {
    super('taken_by_bank', "The client's bank has taken this back already: it is not given back a second time.");
  }
}
