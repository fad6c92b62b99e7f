import type { DomainEvent } from '@app/delivery';

import type { Dispute, Outcome } from './dispute.entity.ts';

interface OfDispute {
  readonly disputeId: string;
}

export type DisputeOpened = DomainEvent<'dispute.opened', OfDispute>;
/** The assistant contested it, or offered a part of it. */
export type DisputeAnswered = DomainEvent<'dispute.answered', OfDispute & { how: 'contested' | 'offered' }>;
/** It is with staff now. */
export type DisputeReferred = DomainEvent<'dispute.referred', OfDispute & { why: Referral }>;
export type DisputeDecided = DomainEvent<'dispute.decided', OfDispute & { decisionId: string }>;
export type DisputeAppealed = DomainEvent<'dispute.appealed', OfDispute>;
export type DisputeClosed = DomainEvent<'dispute.closed', OfDispute & { outcome: Outcome }>;
/** A day before silence has its effect. */
export type DisputeDeadlineNear = DomainEvent<'dispute.deadline_near', OfDispute & { state: string; dueAt: string }>;
/** Staff should have decided by now; the money stays held. */
export type DisputeDecisionLate = DomainEvent<'dispute.decision_late', OfDispute & { dueAt: string }>;

/** Staff open no claim of what a client reported. */
export type LateReportDeclined = DomainEvent<'late_report.declined', { readonly reportId: string }>;

export type Referral = 'contested' | 'assistant_silent' | 'offer_declined' | 'offer_unanswered';

export function disputeOpened({ id }: Dispute): DisputeOpened {
  return { type: 'dispute.opened', payload: { disputeId: id } };
}

export function disputeAnswered({ id }: Dispute, how: 'contested' | 'offered'): DisputeAnswered {
  return { type: 'dispute.answered', payload: { disputeId: id, how } };
}

export function disputeReferred({ id }: Dispute, why: Referral): DisputeReferred {
  return { type: 'dispute.referred', payload: { disputeId: id, why } };
}

export function disputeDecided({ id }: Dispute, decisionId: string): DisputeDecided {
  return { type: 'dispute.decided', payload: { disputeId: id, decisionId } };
}

export function disputeAppealed({ id }: Dispute): DisputeAppealed {
  return { type: 'dispute.appealed', payload: { disputeId: id } };
}

export function disputeClosed({ id }: Dispute, outcome: Outcome): DisputeClosed {
  return { type: 'dispute.closed', payload: { disputeId: id, outcome } };
}

export function deadlineNear({ id, state }: Dispute, dueAt: Date): DisputeDeadlineNear {
  return { type: 'dispute.deadline_near', payload: { disputeId: id, state, dueAt: dueAt.toISOString() } };
}

export function decisionLate({ id }: Dispute, dueAt: Date): DisputeDecisionLate {
  return { type: 'dispute.decision_late', payload: { disputeId: id, dueAt: dueAt.toISOString() } };
}

export function reportDeclined(reportId: string): LateReportDeclined {
  return { type: 'late_report.declined', payload: { reportId } };
}
