import { z } from 'zod';

const Party = z.object({ id: z.uuid(), name: z.string() });
const Reason = z.string().trim().min(3).max(500);

export const CauseKind = z.enum(['dispute', 'chargeback', 'staff', 'query', 'assistant']);
export type CauseKind = z.output<typeof CauseKind>;

export const RefundState = z.enum([
  'due',
  'sending',
  'sent',
  'arrived',
  'refused',
  'failed',
  'consumed',
  'paid_otherwise',
]);
export type RefundState = z.output<typeof RefundState>;

/** Seconds of work or, of a bonus, cents. All that is left of the line when left out. */
export const RefundLineRequest = z.strictObject({ quantity: z.int().positive().optional() });
export type RefundLineRequest = z.output<typeof RefundLineRequest>;

/** What goes back of a line. `waiting`: the card is being charged, and its outcome decides how. */
export const GivenBackView = z.object({
  id: z.uuid(),
  lineId: z.uuid(),
  amountCents: z.int(),
  feeCents: z.int(),
  reasonCode: z.string(),
  cause: CauseKind,
  carriedBy: z.enum(['assistant', 'platform']),
  state: z.enum(['waiting', 'applied']),
  decidedAt: z.iso.datetime(),
  /** Less to pay: before it was charged. */
  creditNote: z.string().nullable(),
  /** Back to the card: after it. */
  refund: z
    .object({
      state: RefundState,
      stateAt: z.iso.datetime(),
      /** `reversal`: taken back from the assistant first; `funds`: goes out once all of it was. */
      waitsFor: z.enum(['reversal', 'funds']).nullable(),
    })
    .nullable(),
});
export type GivenBackView = z.output<typeof GivenBackView>;

export const LineRefunded = z.object({ amountCents: z.int(), feeCents: z.int() });
export type LineRefunded = z.output<typeof LineRefunded>;

export const SMALLEST_BONUS_CENTS = 100;
const LARGEST_BONUS_CENTS = 1_000_000;

export const BonusRequest = z.strictObject({
  amountCents: z.int().min(SMALLEST_BONUS_CENTS).max(LARGEST_BONUS_CENTS),
  note: z.string().trim().max(500).default(''),
});
export type BonusRequest = z.output<typeof BonusRequest>;

export const BonusView = z.object({
  id: z.uuid(),
  contractId: z.uuid(),
  amountCents: z.int(),
  note: z.string(),
  givenAt: z.iso.datetime(),
  /** It stands on an invoice already. */
  isBilled: z.boolean(),
});
export type BonusView = z.output<typeof BonusView>;

/** What an assistant owes, why, and what was taken of it. At most a quarter of each later transfer is. */
export const DebtView = z.object({
  id: z.uuid(),
  client: Party,
  invoiceNumber: z.string(),
  title: z.string(),
  cause: CauseKind,
  causeId: z.uuid(),
  amountCents: z.int(),
  reversedCents: z.int(),
  recoveredCents: z.int(),
  writtenOffCents: z.int(),
  leftCents: z.int(),
  openedAt: z.iso.datetime(),
  closedAt: z.iso.datetime().nullable(),
  taken: z.array(z.object({ at: z.iso.datetime(), amountCents: z.int(), by: z.enum(['reversal', 'transfer']) })),
});
export type DebtView = z.output<typeof DebtView>;
export const DebtViews = z.array(DebtView);
export type DebtViews = z.output<typeof DebtViews>;

export const StuckDebtView = DebtView.extend({
  assistant: Party,
  refused: z.object({ at: z.iso.datetime(), code: z.string(), amountCents: z.int() }).nullable(),
});
export type StuckDebtView = z.output<typeof StuckDebtView>;
export const StuckDebtViews = z.array(StuckDebtView);
export type StuckDebtViews = z.output<typeof StuckDebtViews>;

export const StuckRefundView = z.object({
  id: z.uuid(),
  invoice: z.object({ id: z.uuid(), number: z.string() }),
  client: Party,
  amountCents: z.int(),
  state: RefundState,
  stateAt: z.iso.datetime(),
  failure: z.string().nullable(),
  /** `balance`: Stripe sends it once the platform has enough there. */
  waitsFor: z.enum(['reversal', 'funds', 'balance']).nullable(),
  stripeId: z.string().nullable(),
  attempt: z.int(),
  can: z.object({ retry: z.boolean(), payOtherwise: z.boolean() }),
});
export type StuckRefundView = z.output<typeof StuckRefundView>;
export const StuckRefundViews = z.array(StuckRefundView);
export type StuckRefundViews = z.output<typeof StuckRefundViews>;

export const RetryRefundRequest = z.strictObject({ reason: Reason });
export type RetryRefundRequest = z.output<typeof RetryRefundRequest>;

/** How the client was paid, and where it can be found. */
export const PaidOtherwiseRequest = z.strictObject({ note: Reason });
export type PaidOtherwiseRequest = z.output<typeof PaidOtherwiseRequest>;

export const DebtActionRequest = z.strictObject({ reasonCode: z.string().regex(/^[a-z0-9_]{1,60}$/) });
export type DebtActionRequest = z.output<typeof DebtActionRequest>;

export const Done = z.object({});
export type Done = z.output<typeof Done>;
