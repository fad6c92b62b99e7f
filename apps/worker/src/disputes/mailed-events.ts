/** What happens to queries, disputes and pauses that people get a mail about. */
export const mailedEvents = [
  'dispute.opened',
  'dispute.answered',
  'dispute.referred',
  'dispute.decided',
  'dispute.appealed',
  'dispute.closed',
  'dispute.deadline_near',
  'dispute.decision_late',
  'query.asked',
  'query.answered',
  'query.closed',
  'contract.paused',
  'contract.resumed',
] as const;
export type MailedEvent = (typeof mailedEvents)[number];

/** The name of its handler and queue. */
export function disputeMailHandlerOf(event: string): string {
  return `notifications.mail-${event}`;
}
