import { Conflict, Forbidden, Invalid, NotFound, TooMany, Unauthenticated } from '@app/kernel';

export class AccountNotFound extends NotFound {
  constructor() {
    super('account_not_found', 'There is no such account.');
  }
}

/** Says the same of an unknown address and of a wrong password. */
export class WrongCredentials extends Unauthenticated {
  constructor() {
    super('wrong_credentials', 'That address and password do not belong together.');
  }
}

/** The one who is signed in has to show the password again, and did not. */
export class WrongPassword extends Invalid {
  constructor(field: string) {
    super('wrong_password', 'That is not your password.', [{ field, message: 'is not your password' }]);
  }
}

/** The one-time or recovery code: which of wrong and used it is, is nobody's business. */
export class WrongCode extends Invalid {
  constructor(field: string) {
    super('wrong_code', 'That code is wrong, or was used already.', [
      { field, message: 'is wrong, or was used already' },
    ]);
  }
}

/** A passkey's answer that does not fit: another account's, another page's, too old, or used. */
export class PasskeyRefused extends Invalid {
  constructor() {
    super('passkey_refused', 'That passkey could not be used. Try again.', [
      { field: 'passkey', message: 'could not be used' },
    ]);
  }
}

export class PasskeyNotFound extends NotFound {
  constructor() {
    super('passkey_not_found', 'There is no such passkey of yours.');
  }
}

/** The password is not enough for somebody who has turned on more than that. */
export class SecondFactorRequired extends Forbidden {
  constructor() {
    super('second_factor_required', 'Show a second factor: the password alone is not enough.');
  }
}

/** The first step of signing in is too long ago, or was gone on from already. */
export class SignInExpired extends Unauthenticated {
  constructor() {
    super('sign_in_expired', 'That took too long. Begin again with your password.');
  }
}

export class TotpIsOn extends Conflict {
  constructor() {
    super('totp_is_on', 'An authenticator app is set up already. Turn it off first to use another.');
  }
}

export class TotpNotBegun extends Conflict {
  constructor() {
    super('totp_not_begun', 'Begin with the picture for your authenticator app.');
  }
}

export class TotpNotOn extends Conflict {
  constructor() {
    super('totp_not_on', 'No authenticator app is set up.');
  }
}

/** Only told to who has just shown the password. */
export class AccountSuspended extends Forbidden {
  constructor() {
    super('account_suspended', 'This account is suspended. Write to us to find out why.');
  }
}

export class SameEmail extends Invalid {
  constructor() {
    super('same_email', 'That is your address already.', [{ field: 'email', message: 'is your address already' }]);
  }
}

/** Only told to who has just shown that the address is theirs. */
export class EmailTaken extends Conflict {
  constructor() {
    super('email_taken', 'This address has an account of its own by now.');
  }
}

export class SessionNotFound extends NotFound {
  constructor() {
    super('session_not_found', 'There is no such device of yours, or it is signed out already.');
  }
}

/** Unknown, used, or too old: which of them is nobody's business. */
export class TokenNotValid extends Invalid {
  constructor() {
    super('token_not_valid', 'This link has been used or is too old.', [
      { field: 'token', message: 'has been used or is too old' },
    ]);
  }
}

export class PasswordTooCommon extends Invalid {
  constructor() {
    super('password_too_common', 'This password is one of those that are tried first. Choose another.', [
      { field: 'password', message: 'is one of those that are tried first' },
    ]);
  }
}

export class TooBusy extends TooMany {
  constructor() {
    super('too_busy', 'Too many people are signing in right now. Try again in a moment.');
  }
}

/** Comes back after `retryAfterSeconds`. */
export class TooManyAttempts extends TooMany {
  constructor(retryAfterSeconds: number) {
    const minutes = Math.ceil(retryAfterSeconds / 60);
    const after = minutes === 1 ? 'a minute' : `${minutes} minutes`;
    super('too_many_attempts', `That was tried too often. Try again in ${after}.`, { retryAfterSeconds });
  }
}

export class SuspensionNotFound extends NotFound {
  constructor() {
    super('suspension_not_found', 'There is no such suspension.');
  }
}

export class AppealedAlready extends Conflict {
  constructor() {
    super('appealed_already', 'This suspension was appealed once, and somebody else looks at it or has.');
  }
}

export class SuspensionOver extends Conflict {
  constructor() {
    super('suspension_over', 'This suspension is over.');
  }
}
