import { z } from 'zod';

import { GivenBackView } from './refunds.ts';
import { WeekDispute } from './week-dispute.ts';

const Party = z.object({ id: z.uuid(), name: z.string() });
/** `[start, end)`, in the client's zone. */
const Week = z.object({ start: z.iso.datetime(), end: z.iso.datetime(), zone: z.string() });

export const StartCardSetupRequest = z.strictObject({ businessId: z.uuid() });
export type StartCardSetupRequest = z.output<typeof StartCardSetupRequest>;

/** Stripe's own page, on which the client saves a card. */
export const CardSetupView = z.object({ id: z.uuid(), url: z.url() });
export type CardSetupView = z.output<typeof CardSetupView>;

export const CardView = z.object({
  id: z.uuid(),
  brand: z.string(),
  last4: z.string(),
  expMonth: z.int(),
  expYear: z.int(),
  /** The one that invoices are charged to. */
  isDefault: z.boolean(),
});
export type CardView = z.output<typeof CardView>;
export const CardViews = z.array(CardView);
export type CardViews = z.output<typeof CardViews>;

/** null: the page has not been finished, or the bank refused the card. */
export const CompletedCardSetupView = z.object({ card: CardView.nullable() });
export type CompletedCardSetupView = z.output<typeof CompletedCardSetupView>;

export const CardsQuery = z.strictObject({ businessId: z.uuid() });
export type CardsQuery = z.output<typeof CardsQuery>;

/** An empty object: the week's own view says what became of it. */
export const WeekApproved = z.object({});
export type WeekApproved = z.output<typeof WeekApproved>;

export const InvoiceState = z.enum(['issued', 'charging', 'past_due', 'paid', 'uncollectible', 'void']);
export type InvoiceState = z.output<typeof InvoiceState>;

/** What happens next with an invoice whose charge has failed. */
export const UnpaidView = z.object({
  /** `retry`: at `nextAttemptAt`. `card`, `authentication`: the client has been asked. `given_up`: nobody tries any more. */
  step: z.enum(['retry', 'card', 'authentication', 'given_up']),
  nextAttemptAt: z.iso.datetime().nullable(),
  /** When nobody tries any more. */
  givenUpAt: z.iso.datetime().nullable(),
  /** Since when no work is accepted for the client; null while it goes on. */
  suspendedAt: z.iso.datetime().nullable(),
  /** Who goes without, once it is given up. */
  outcome: z.enum(['assistant_unpaid', 'platform_guarantees']).nullable(),
});
export type UnpaidView = z.output<typeof UnpaidView>;

/** What anybody is told before work starts: what happens when the client does not pay for it. */
export const UnpaidPolicyView = z.object({
  outcome: z.enum(['assistant_unpaid', 'platform_guarantees']),
  retryAfterDays: z.array(z.int()),
  finalAfterDays: z.int(),
});
export type UnpaidPolicyView = z.output<typeof UnpaidPolicyView>;

export const InvoiceView = z.object({
  id: z.uuid(),
  number: z.string(),
  client: Party,
  week: Week,
  subtotalCents: z.int(),
  feeCents: z.int(),
  /** As issued; credit notes make less of it to pay, and refunds come after that. */
  totalCents: z.int(),
  creditedCents: z.int(),
  owedCents: z.int(),
  refundedCents: z.int(),
  issuedAt: z.iso.datetime(),
  reviewEndsAt: z.iso.datetime(),
  state: InvoiceState,
  paidAt: z.iso.datetime().nullable(),
  nextAttemptAt: z.iso.datetime().nullable(),
  says: z.string(),
  unpaid: UnpaidView.nullable(),
  can: z.object({ saveCard: z.boolean(), pay: z.boolean() }),
});
export type InvoiceView = z.output<typeof InvoiceView>;
export const InvoiceViews = z.array(InvoiceView);
export type InvoiceViews = z.output<typeof InvoiceViews>;

/** How an invoice stands after its client tried to pay it. */
export const InvoicePaymentView = z.object({
  state: InvoiceState,
  /** The bank's page, which asks the card's holder and comes back to the invoice; null when it asks nothing. */
  url: z.url().nullable(),
  /** What the bank said, when it refused. */
  declined: z.string().nullable(),
});
export type InvoicePaymentView = z.output<typeof InvoicePaymentView>;

export const InvoiceLineView = z.object({
  id: z.uuid(),
  kind: z.enum(['time', 'late_time', 'bonus']),
  /** null for a bonus, as are its rate, time and review. */
  weekId: z.uuid().nullable(),
  week: Week,
  contractId: z.uuid(),
  title: z.string(),
  assistant: Party,
  rateCents: z.int().nullable(),
  seconds: z.int().nullable(),
  minutes: z.int().nullable(),
  amountCents: z.int(),
  /** Basis points: 1,000 are 10 %. */
  feeBp: z.int(),
  feeCents: z.int(),
  review: z.enum(['pending', 'approved', 'accepted_by_silence', 'disputed', 'resolved']).nullable(),
  dispute: WeekDispute.nullable(),
  givenBackCents: z.int(),
  givenBackFeeCents: z.int(),
  can: z.object({ approve: z.boolean() }),
});
export type InvoiceLineView = z.output<typeof InvoiceLineView>;

export const InvoiceWithLinesView = InvoiceView.extend({
  lines: z.array(InvoiceLineView),
  givenBack: z.array(GivenBackView),
});
export type InvoiceWithLinesView = z.output<typeof InvoiceWithLinesView>;

export const EarningView = z.object({
  id: z.uuid(),
  client: Party,
  week: Week,
  amountCents: z.int(),
  lineId: z.uuid(),
  /** Of work; null for a bonus. */
  seconds: z.int().nullable(),
  /** The word that came with a bonus; empty when none did, null for work. */
  bonusNote: z.string().nullable(),
  /** Of it: what went back after it was sent, or is about to. */
  givenBackCents: z.int(),
  /** What keeps it where it is. */
  heldBy: z.array(z.enum(['dispute', 'chargeback', 'staff', 'query', 'give_back'])),
  state: z.enum(['held', 'due', 'blocked', 'sending', 'sent', 'part_reversed', 'reversed', 'cancelled', 'unpaid']),
  /** When something next happens to it, or last did. */
  date: z.iso.datetime().nullable(),
  /** In English. */
  reason: z.string(),
  reasonCode: z.enum([
    'review_then_hold',
    'review_then_sent',
    'held_new_client',
    'released_then',
    'releasing',
    'charging',
    'charge_tried_again',
    'charge_failed',
    'released',
    'payee_not_ready',
    'payee_restricted',
    'platform_balance',
    'hold',
    'sent',
    'part_reversed',
    'reversed',
    'cancelled',
    'charged_back',
    'unpaid',
  ]),
  /** How long money of this client is held after the review; 0 for who has paid four weeks. */
  holdDays: z.int(),
  contractId: z.uuid(),
  unpaid: UnpaidView.nullable(),
  can: z.object({ endContract: z.boolean(), refund: z.boolean() }),
});
export type EarningView = z.output<typeof EarningView>;
export const EarningViews = z.array(EarningView);
export type EarningViews = z.output<typeof EarningViews>;

/** What a business means to spend in one of its weeks, all in: work past it is warned of, and goes on. */
export const SetBudgetRequest = z.strictObject({
  /** Null: no budget. */
  weeklyCents: z.int().min(1_00, 'must be at least $1').max(100_000_00, 'must be at most $100,000').nullable(),
});
export type SetBudgetRequest = z.output<typeof SetBudgetRequest>;

export const BudgetView = z.object({
  weeklyCents: z.int().nullable(),
  setAt: z.iso.datetime().nullable(),
  can: z.object({ set: z.boolean() }),
});
export type BudgetView = z.output<typeof BudgetView>;

export const SpendQuery = z.strictObject({ months: z.coerce.number().int().min(1).max(36).default(12) });
export type SpendQuery = z.output<typeof SpendQuery>;

/** What was invoiced, by the month of the invoice in the business's zone and by assistant, less what went back of it. */
export const SpendView = z.object({
  zone: z.string(),
  /** `2026-03`, the oldest first; those in which nothing was spent too. */
  months: z.array(z.string()),
  rows: z.array(
    z.object({
      month: z.string(),
      assistant: Party,
      minutes: z.int(),
      /** To the assistant, and the service fee on it. */
      workCents: z.int(),
      feeCents: z.int(),
      /** Of both, what went back since. */
      givenBackCents: z.int(),
      /** What it came to. */
      spentCents: z.int(),
    }),
  ),
});
export type SpendView = z.output<typeof SpendView>;
