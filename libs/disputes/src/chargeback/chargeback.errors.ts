import { Conflict, Invalid, NotFound } from '@app/kernel';

export class ChargebackNotFound extends NotFound {
  constructor(id: string) {
    super('chargeback_not_found', `There is no chargeback ${id}.`);
  }
}

export class ChargebackNotOpen extends Conflict {
  constructor(state: string) {
    super('chargeback_not_open', 'The bank takes no answer to this chargeback (any more).', { state });
  }
}

export class ChargebackAnswered extends Conflict {
  constructor() {
    super('chargeback_answered', 'An answer to this chargeback is on its way to Stripe.');
  }
}

export class ChargebackSettled extends Conflict {
  constructor() {
    super('chargeback_settled', 'This chargeback is settled: its money cannot be put elsewhere.');
  }
}

export class ChargebackMoving extends Conflict {
  constructor() {
    super(
      'chargeback_moving',
      'Some of this chargeback is being taken from an assistant at this moment. Try again in a minute.',
    );
  }
}

export class LinesDoNotFit extends Invalid {
  constructor(message: string) {
    super('chargeback_lines_do_not_fit', 'These lines do not make up the chargeback.', [{ field: 'lines', message }]);
  }
}
