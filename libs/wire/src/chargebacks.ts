import { z } from 'zod';

const Party = z.object({ id: z.uuid(), name: z.string() });

export const ChargebackState = z.enum([
  'inquiry',
  'inquiry_closed',
  'needs_response',
  'under_review',
  'prevented',
  'lost',
  'won',
]);
export type ChargebackState = z.output<typeof ChargebackState>;

export const ChargebackCarrier = z.enum(['platform', 'assistant']);
export type ChargebackCarrier = z.output<typeof ChargebackCarrier>;

/** A client's bank takes a payment back, or asks about it, as staff read it. */
export const ChargebackView = z.object({
  id: z.uuid(),
  stripeId: z.string(),
  invoice: z.object({ id: z.uuid(), number: z.string() }),
  client: Party,
  /** May be less or more than the charge. */
  amountCents: z.int(),
  /** Stripe's code: `fraudulent`, `product_not_received` ... */
  reason: z.string(),
  state: ChargebackState,
  stateAt: z.iso.datetime(),
  openedAt: z.iso.datetime(),
  /** Until when the bank takes an answer. */
  dueBy: z.iso.datetime().nullable(),
  submissions: z.int(),
  /** What the bank has now. */
  outCents: z.int(),
  /** What the platform bears of it. */
  lostCents: z.int(),
  /** What assistants bear of it. */
  assistantsCents: z.int(),
  /** Who bears what is lost beyond the fee: Kontor, unless staff decided otherwise. */
  carriedBy: ChargebackCarrier,
  carriedReason: z.string().nullable(),
  /** Staff said which lines it is about; else each has its share. */
  linesChosen: z.boolean(),
  /** Since when no work is accepted for the client because of it. */
  workHeldAt: z.iso.datetime().nullable(),
  can: z.object({
    submit: z.boolean(),
    accept: z.boolean(),
    chooseLines: z.boolean(),
    chooseCarrier: z.boolean(),
    resumeWork: z.boolean(),
  }),
});
export type ChargebackView = z.output<typeof ChargebackView>;
export const ChargebackViews = z.array(ChargebackView);
export type ChargebackViews = z.output<typeof ChargebackViews>;

export const ChargebackInDetailView = ChargebackView.extend({
  lines: z.array(
    z.object({
      lineId: z.uuid(),
      assistant: Party,
      title: z.string(),
      /** What it takes of the line. */
      amountCents: z.int(),
      feeCents: z.int(),
      earningStates: z.array(z.string()),
      heldUntil: z.iso.datetime().nullable(),
    }),
  ),
  /** What was read at Stripe, oldest first. `status` is Stripe's word. */
  facts: z.array(z.object({ status: z.string(), outCents: z.int(), seenAt: z.iso.datetime() })),
  answers: z.array(
    z.object({
      id: z.uuid(),
      kind: z.enum(['evidence', 'acceptance']),
      givenBy: z.string(),
      state: z.enum(['claimed', 'given', 'refused']),
      at: z.iso.datetime(),
      /** Stripe's code, when it refused. */
      refusal: z.string().nullable(),
    }),
  ),
});
export type ChargebackInDetailView = z.output<typeof ChargebackInDetailView>;

const EvidenceText = z.string().trim().min(1).max(20_000);

/** Stripe's names of them. Those that are left out are handed in as they were gathered. */
export const EvidenceTextsBody = z.strictObject({
  customer_email_address: EvidenceText.optional(),
  customer_name: EvidenceText.optional(),
  product_description: EvidenceText.optional(),
  refund_policy_disclosure: EvidenceText.optional(),
  refund_refusal_explanation: EvidenceText.optional(),
  service_date: EvidenceText.optional(),
  uncategorized_text: EvidenceText.optional(),
});
export type EvidenceTextsBody = z.output<typeof EvidenceTextsBody>;

/** What would be handed in. */
export const ChargebackEvidenceView = z.object({ texts: EvidenceTextsBody });
export type ChargebackEvidenceView = z.output<typeof ChargebackEvidenceView>;

export const SubmitEvidenceRequest = z.strictObject({ texts: EvidenceTextsBody.default({}) });
export type SubmitEvidenceRequest = z.output<typeof SubmitEvidenceRequest>;

const Reason = z.string().trim().min(10).max(2_000);

export const AcceptChargebackRequest = z.strictObject({ reason: Reason });
export type AcceptChargebackRequest = z.output<typeof AcceptChargebackRequest>;

/** Together they make up the chargeback; `cents` with the fee. */
export const ChooseLinesRequest = z.strictObject({
  lines: z
    .array(z.strictObject({ lineId: z.uuid(), cents: z.int().min(1) }))
    .min(1)
    .max(200),
  reason: Reason,
});
export type ChooseLinesRequest = z.output<typeof ChooseLinesRequest>;

export const ChooseCarrierRequest = z.strictObject({ carriedBy: ChargebackCarrier, reason: Reason });
export type ChooseCarrierRequest = z.output<typeof ChooseCarrierRequest>;

export const ResumeWorkRequest = z.strictObject({ reason: Reason });
export type ResumeWorkRequest = z.output<typeof ResumeWorkRequest>;
