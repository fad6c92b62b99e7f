/**
 * The points between the halves of everything that is claimed, called and settled. Crash stories kill the worker at
 * each of them; in production reaching one does nothing.
 */
export const steps = [
  'charge.claimed',
  'charge.intent_created',
  'charge.intent_stored',
  'charge.confirmed',
  'payment_change.called',
  'payment_cancel.called',
  'transfer.claimed',
  'transfer.called',
  'refund.claimed',
  'refund.called',
  'refund.settled',
  'reversal.claimed',
  'reversal.called',
  'reversal.settled',
  'payout_schedule.claimed',
  'payout_schedule.called',
  'payee_closing.claimed',
  'payee_closing.called',
  'customer_closing.claimed',
  'customer_closing.called',
  'chargeback.read',
  'chargeback.stored',
  'chargeback.settled',
  'chargeback_answer.claimed',
  'chargeback_answer.file_sent',
  'chargeback_answer.called',
  'import.begun',
  'import.half_logged',
  'import.logged',
] as const;
export type Step = (typeof steps)[number];

let reach: (name: Step) => void = () => undefined;

export const step = {
  reached(name: Step): void {
    reach(name);
  },
  /** Only the worker's entry point calls this, and only when a story told it where to die. */
  onReached(listener: (name: Step) => void): void {
    reach = listener;
  },
};
