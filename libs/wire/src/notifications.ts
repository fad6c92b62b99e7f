import { z } from 'zod';

export const NoticeKind = z.enum([
  'contract_offered',
  'contract_accepted',
  'contract_declined',
  'contract_ended',
  'week_to_review',
  'charge_failed',
  'client_charge_failed',
  'earnings_released',
  'limit_neared',
  'limit_reached',
  'limit_raised',
  'timer_stopped',
  'import_logged',
  'import_refused',
  'contract_paused',
  'contract_resumed',
  'work_suspended',
  'own_work_suspended',
  'work_resumed',
  'invoice_uncollectible',
  'refund_arrived',
  'debt_taken',
  'bonus_given',
  'payout_paid',
  'payout_failed',
  'chargeback_opened',
  'query_asked',
  'query_answered',
  'query_closed',
  'dispute_opened',
  'dispute_answered',
  'dispute_referred',
  'dispute_deadline_near',
  'dispute_decided',
  'dispute_appealed',
  'dispute_closed',
  'late_report_declined',
]);
export type NoticeKind = z.output<typeof NoticeKind>;

/** One thing that happened and is of interest to its reader. The screen writes the sentence of `kind` with `facts`. */
export const NoticeView = z.object({
  id: z.uuid(),
  kind: NoticeKind,
  /** Names, whole cents under `cents` and `…Cents`, `minutes`, ISO instants under `at` and `until`. */
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  /** Where one does something about it. */
  link: z.string(),
  toldAt: z.iso.datetime(),
  isRead: z.boolean(),
});
export type NoticeView = z.output<typeof NoticeView>;

/** The latest first. */
export const NoticesView = z.object({ unread: z.int(), notices: z.array(NoticeView) });
export type NoticesView = z.output<typeof NoticesView>;

/** Everything up to this one, and itself, has been read. */
export const ReadNoticesRequest = z.strictObject({ upTo: z.uuid() });
export type ReadNoticesRequest = z.output<typeof ReadNoticesRequest>;
