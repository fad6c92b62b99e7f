import { Conflict, NotFound } from '@app/kernel';

export class InvoiceNotFound extends NotFound {
  constructor(id: string) {
    super('invoice_not_found', `There is no invoice ${id}.`);
  }
}

export class CardSetupNotFound extends NotFound {
  constructor(id: string) {
    super('card_setup_not_found', `There is no card setup ${id}.`);
  }
}

export class BusinessNotFound extends NotFound {
  constructor(id: string) {
    super('business_not_found', `There is no business ${id}.`);
  }
}

export class CardMissingToPay extends Conflict {
  constructor() {
    super('card_missing', 'There is no card to pay with: save one, and it is charged at once.');
  }
}

export class InvoiceNotOpen extends Conflict {
  constructor(state: string) {
    super('invoice_not_open', 'This invoice is not waiting for you to pay it.', { state });
  }
}
