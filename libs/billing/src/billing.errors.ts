import { NotFound } from '@app/kernel';

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
