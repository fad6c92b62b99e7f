/** What exactly is wrong, and where: `field` is the path in the request, as the sender wrote it. */
export interface Fault {
  readonly field: string;
  readonly message: string;
}

/** A normal refusal, not a crash. The HTTP edge turns the kind into a status; the web switches on the stable code. */
export abstract class DomainError extends Error {
  constructor(
    readonly code: string,
    message: string,
    /** Facts the screen needs to offer the next step. Goes over the wire, so nothing the actor may not see. */
    readonly details: Readonly<Record<string, unknown>> = {},
    readonly faults: readonly Fault[] = [],
  ) {
    super(message);
    this.name = new.target.name;
  }
}

/** Does not exist, or not for this actor: the two are never told apart. */
export class NotFound extends DomainError {}
/** Nobody is signed in, or not any more. */
export class Unauthenticated extends DomainError {}
/** Seen, but not permitted. */
export class Forbidden extends DomainError {}
/** Against the present state of things. */
export class Conflict extends DomainError {}
/** Tried too often. */
export class TooMany extends DomainError {}

/** The request itself is wrong; every fault names its field. */
export class Invalid extends DomainError {
  constructor(code: string, message: string, faults: readonly Fault[] = [], details: Record<string, unknown> = {}) {
    super(code, message, details, faults);
  }

  static field(field: string, message: string, code = 'invalid'): Invalid {
    return new Invalid(code, message, [{ field, message }]);
  }
}
