import { Conflict, Forbidden, Invalid, NotFound } from '@app/kernel';

export class ProviderNotFound extends NotFound {
  constructor() {
    super('provider_not_found', 'Nobody signs in here that way.');
  }
}

export class ProviderUnreachable extends Conflict {
  constructor(provider: string, cause?: unknown) {
    super('provider_unreachable', `${provider} does not answer right now.`, { provider });
    this.cause = cause;
  }
}

/** The person said no there, or the provider did. */
export class ProviderDeclined extends Conflict {
  constructor(provider: string) {
    super('provider_declined', `${provider} did not sign you in.`, { provider });
  }
}

/** Unknown, used, too old, begun in another browser, or not what the provider should have said: which is nobody's business. */
export class ProviderTripNotValid extends Invalid {
  constructor() {
    super('provider_trip_not_valid', 'This sign-in has been used, took too long, or was begun in another browser.', [
      { field: 'answer', message: 'has been used, is too old, or is of another browser' },
    ]);
  }
}

/** Says the same of an address that has an account and of one that has none. */
export class ProviderEmailUnverified extends Forbidden {
  constructor(provider: string) {
    super('provider_email_unverified', `${provider} does not vouch for your e-mail address.`, { provider });
  }
}

export class ProviderLoginTaken extends Conflict {
  constructor(provider: string) {
    super(
      'provider_login_taken',
      `You sign in to another account with that, or with another one of ${provider} here.`,
      {
        provider,
      },
    );
  }
}

export class ProviderLoginNotFound extends NotFound {
  constructor() {
    super('provider_login_not_found', 'There is no such sign-in of yours.');
  }
}

export class LastWayIn extends Conflict {
  constructor() {
    super('last_way_in', 'Nothing else lets you in. Choose a password first.');
  }
}
