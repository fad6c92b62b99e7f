import { Conflict, NotFound } from '@app/kernel';

export class BriefNotFound extends NotFound {
  constructor(id: string) {
    super('brief_not_found', `There is no brief ${id}.`);
  }
}

export class BriefClosed extends Conflict {
  constructor() {
    super('brief_closed', 'This brief is closed: post a new one, or make the offer without a brief.');
  }
}

/** The business of the request is not one the actor hires for. */
export class BusinessNotFound extends NotFound {
  constructor(id: string) {
    super('business_not_found', `There is no business ${id}.`);
  }
}
