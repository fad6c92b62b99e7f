import { Conflict, Invalid, NotFound } from '@app/kernel';

export class PayeeNotFound extends NotFound {
  constructor(which: string) {
    super('payee_not_found', `There is no payee ${which}.`);
  }
}

export class CountryNotPayable extends Invalid {
  constructor(country: string) {
    super('country_not_payable', `Money cannot be sent to ${country} yet.`, [
      { field: 'country', message: 'is not among the countries that can be paid' },
    ]);
  }
}

export class CountryMissing extends Invalid {
  constructor() {
    super('country_missing', 'Say in which country you are paid.', [{ field: 'country', message: 'is required' }]);
  }
}

export class PayeeRefused extends Conflict {
  constructor(reason: string) {
    super('payee_refused', `Stripe does not open this account: ${reason}`);
  }
}

export class StripeAway extends Conflict {
  constructor() {
    super('stripe_unclear', 'Stripe did not answer clearly. Nothing is lost: try again in a moment.');
  }
}

/** Something at Stripe that a crash or a race has kept from us so far: what told of it is tried again. */
export class NotYetKnown extends Error {
  override readonly name = 'NotYetKnown';
}
