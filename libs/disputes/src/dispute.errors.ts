import { Conflict, Forbidden, Invalid, NotFound } from '@app/kernel';

export class DisputeNotFound extends NotFound {
  constructor(id: string) {
    super('dispute_not_found', `There is no dispute ${id}.`);
  }
}

/** `reason` is `not_invoiced`, `approved` or `review_over`. */
export class NotDisputable extends Conflict {
  constructor(reason: string) {
    super('not_disputable', 'This week cannot be disputed: it is disputed during its review, and approval ends that.', {
      reason,
    });
  }
}

export class NothingLeftToDispute extends Conflict {
  constructor(entryId: string, leftSeconds: number) {
    super('nothing_left_to_dispute', 'Less of this entry is left than you dispute.', { entryId, leftSeconds });
  }
}

export class EntryNotInWeek extends Invalid {
  constructor(place: number) {
    super('entry_not_in_week', 'This entry is not billed in that week.', [
      { field: `lines.${place}.entryId`, message: 'is not billed in that week' },
    ]);
  }
}

export class LateClaimTooLate extends Conflict {
  constructor(until: Date) {
    super('late_claim_too_late', 'A late claim is opened within 60 days of the review.', {
      until: until.toISOString(),
    });
  }
}

export class ReportNotFound extends NotFound {
  constructor(id: string) {
    super('report_not_found', `There is no report ${id}.`);
  }
}

export class ReportOpenAlready extends Conflict {
  constructor() {
    super('report_open_already', 'This week has been reported: staff look at it.');
  }
}

export class ReportAnswered extends Conflict {
  constructor() {
    super('report_answered', 'A colleague has answered this report.');
  }
}

export class LineNotDisputed extends Invalid {
  constructor(place: number) {
    super('line_not_disputed', 'This line is not part of the dispute.', [
      { field: `lines.${place}.lineId`, message: 'is not part of the dispute' },
    ]);
  }
}

export class MoreThanDisputed extends Invalid {
  constructor(place: number, seconds: number) {
    super('more_than_disputed', `Only ${seconds} seconds of this line are disputed.`, [
      { field: `lines.${place}.refundSeconds`, message: `must be at most ${seconds}` },
    ]);
  }
}

export class LinesLeftOut extends Invalid {
  constructor() {
    super('lines_left_out', 'A decision says something of every line.', [
      { field: 'lines', message: 'must name every line of the dispute once' },
    ]);
  }
}

export class RuleUnknown extends Invalid {
  constructor(place: number) {
    super('rule_unknown', 'A decision cites a published rule that fits its ground and its verdict.', [
      { field: `lines.${place}.ruleId`, message: 'is no published rule for this' },
    ]);
  }
}

export class NoOfferStands extends Conflict {
  constructor() {
    super('no_offer_stands', 'There is no offer to answer.');
  }
}

export class DisputeClosed extends Conflict {
  constructor() {
    super('dispute_closed', 'This dispute has ended.');
  }
}

export class AnswerTooLate extends Conflict {
  constructor() {
    super('answer_too_late', 'The time to answer has run out: staff decide.');
  }
}

export class AppealTooLate extends Conflict {
  constructor() {
    super('appeal_too_late', 'The time to appeal has run out: the decision is final.');
  }
}

export class NotForDecision extends Conflict {
  constructor() {
    super('not_for_decision', 'This dispute is not with staff at present.');
  }
}

/** Nobody decides where they are or were party, nor the appeal from their own decision. `details.reason` says which. */
export class BarredFromDeciding extends Forbidden {
  constructor(readonly reason: 'party' | 'decided_before' | 'opened_it') {
    super('barred_from_deciding', 'Somebody else must decide this dispute.', { reason });
  }
}

export class ClaimedByAnother extends Conflict {
  constructor(until: Date | null) {
    super('claimed_by_another', 'A colleague has claimed this dispute.', { until: until?.toISOString() ?? null });
  }
}

export class ProposalNotFound extends NotFound {
  constructor(id: string) {
    super('proposal_not_found', `There is no proposal ${id} to sign.`);
  }
}

export class OtherVersion extends Conflict {
  constructor() {
    super('other_version', 'The proposal has changed since you read it: read it again.');
  }
}

export class SignedAlready extends Conflict {
  constructor() {
    super('signed_already', 'You have signed this: a second member of staff must.');
  }
}

export class DecidedAlready extends Conflict {
  constructor() {
    super('decided_already', 'Somebody has decided or proposed this meanwhile: read it again.');
  }
}

export class QueryNotFound extends NotFound {
  constructor(id: string) {
    super('query_not_found', `There is no query ${id}.`);
  }
}

export class QueryOpenAlready extends Conflict {
  constructor() {
    super('query_open_already', 'There is an open question about this entry.');
  }
}

export class CorrectionTooLong extends Invalid {
  constructor(seconds: number) {
    super('correction_too_long', `Only ${seconds} seconds of this entry are left.`, [
      { field: 'seconds', message: `must be at most ${seconds}` },
    ]);
  }
}

export class AlreadyReleased extends Conflict {
  constructor() {
    super('already_released', 'This money has been released: the assistant can refund it instead.', {
      nextStep: 'voluntary_refund',
    });
  }
}
