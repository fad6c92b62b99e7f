import type { Ground } from './dispute.entity.ts';

export type Verdict = 'pay' | 'refund' | 'split';

/** A published rule. A decision cites one for each line; its words are the web's, by its id. */
export interface DisputeRule {
  readonly id: string;
  readonly grounds: readonly Ground[];
  readonly speaksFor: 'pay' | 'refund' | 'either';
}

const every = ['not_worked', 'not_as_described', 'note_missing', 'duplicate', 'fraud'] as const;

/** Closed: a decision that no rule covers needs a new rule, published first. An id keeps its meaning for ever. */
export const disputeRules: readonly DisputeRule[] = [
  { id: 'work_shown', grounds: every, speaksFor: 'pay' },
  { id: 'work_not_shown', grounds: ['not_worked', 'fraud'], speaksFor: 'refund' },
  { id: 'partly_shown', grounds: ['not_worked', 'not_as_described', 'note_missing', 'fraud'], speaksFor: 'either' },
  { id: 'quality_is_no_ground', grounds: ['not_worked', 'not_as_described'], speaksFor: 'pay' },
  { id: 'other_work_than_agreed', grounds: ['not_as_described'], speaksFor: 'refund' },
  { id: 'asked_for_it', grounds: ['not_as_described', 'not_worked'], speaksFor: 'pay' },
  { id: 'note_says_what_was_done', grounds: ['note_missing'], speaksFor: 'pay' },
  { id: 'note_says_nothing', grounds: ['note_missing'], speaksFor: 'refund' },
  { id: 'billed_twice', grounds: ['duplicate'], speaksFor: 'refund' },
  { id: 'two_pieces_of_work', grounds: ['duplicate'], speaksFor: 'pay' },
  { id: 'overlap_counts_once', grounds: ['duplicate'], speaksFor: 'either' },
  { id: 'approved_knowingly', grounds: ['not_as_described', 'note_missing', 'not_worked'], speaksFor: 'pay' },
  { id: 'timer_left_running', grounds: ['not_worked'], speaksFor: 'either' },
  { id: 'deceived', grounds: ['fraud'], speaksFor: 'refund' },
];

/** A split goes both ways: any rule of the ground may carry it. */
export function mayCite(ruleId: string, ground: Ground, verdict: Verdict): boolean {
  const rule = disputeRules.find(({ id }) => id === ruleId);
  if (!rule?.grounds.includes(ground)) return false;
  return verdict === 'split' || rule.speaksFor === 'either' || rule.speaksFor === verdict;
}
