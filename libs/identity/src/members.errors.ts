import { Conflict, Forbidden, NotFound, TooMany } from '@app/kernel';

export class BusinessNotFound extends NotFound {
  constructor(id: string) {
    super('business_not_found', `There is no business ${id}.`);
  }
}

export class MemberNotFound extends NotFound {
  constructor() {
    super('member_not_found', 'There is nobody like that in this business.');
  }
}

export class InvitationNotFound extends NotFound {
  constructor() {
    super('invitation_not_found', 'There is no such invitation, or it is not open any more.');
  }
}

/** Told only to who holds the token: that it is right is no secret to them. */
export class InvitationNotYours extends Forbidden {
  constructor() {
    super('invitation_not_yours', 'This invitation was sent to another address. Sign in with the account that has it.');
  }
}

export class AlreadyMember extends Conflict {
  constructor() {
    super('already_member', 'This person acts for the business already.');
  }
}

export class LastOwner extends Conflict {
  constructor() {
    super('last_owner', 'A business keeps at least one owner: make somebody else an owner first.');
  }
}

export class OnBothSides extends Conflict {
  constructor() {
    super('no_self_dealing', 'Nobody is on both sides of one contract: this person works for the business.');
  }
}

export class TooManyInvitations extends TooMany {
  constructor() {
    super('too_many_invitations', 'This business has invited many people lately. Try again in an hour.');
  }
}
