/** Why money is held, or goes back. `id` is the dispute's, the chargeback's, the query's, or of whatever staff acted on. */
export interface Cause<Kind extends string = CauseKind> {
  readonly kind: Kind;
  readonly id: string;
}

export type CauseKind = 'dispute' | 'chargeback' | 'staff' | 'query';

/** `assistant`: the assistant gives back what they were not asked for. */
export type GiveBackCauseKind = CauseKind | 'assistant';

/** `give_back`: decided, and waiting for the outcome of a charge. */
export type HoldCauseKind = CauseKind | 'give_back';
