import { Conflict, Forbidden, NotFound } from '@app/kernel';

export class ContractNotFound extends NotFound {
  constructor(id: string) {
    super('contract_not_found', `There is no contract ${id}.`);
  }
}

export class OfferExpired extends Conflict {
  constructor(expiredAt: Date) {
    super('offer_expired', 'This offer has expired: ask the client for a new one.', {
      expiredAt: expiredAt.toISOString(),
    });
  }
}

/** Nobody works for a client who cannot pay. `details.nextStep` is what mends it. */
export class CardMissing extends Conflict {
  constructor(businessId: string) {
    super('card_missing', 'Save a card first: assistants are paid from it every week.', {
      businessId,
      nextStep: 'save_card',
    });
  }
}

export class ClientOnHold extends Conflict {
  constructor(businessId: string) {
    super('billing_hold', 'An invoice of this business is unpaid: settle it before you hire.', {
      businessId,
      nextStep: 'pay_invoice',
    });
  }
}

export class ClientSuspended extends Conflict {
  constructor(businessId: string) {
    super('client_suspended', 'This business cannot hire at present: write to us.', { businessId });
  }
}

export class CountryNotPayable extends Conflict {
  constructor(country: string) {
    super('country_not_payable', `Kontor cannot send money to this assistant's country (${country}) yet.`, { country });
  }
}

export class SelfDealing extends Forbidden {
  constructor() {
    super('self_dealing', 'Nobody can be on both sides of one contract: this assistant belongs to the business.');
  }
}

export class AlreadyContracted extends Conflict {
  constructor() {
    super('already_contracted', 'This assistant already has an offer or a contract for this brief.');
  }
}
