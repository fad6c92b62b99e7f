import { z } from 'zod';

export const BeginPayeeRequest = z.strictObject({
  /** ISO 3166-1 alpha-2; the profile's country when left out. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'must be a country of two capital letters, such as PT')
    .optional(),
});
export type BeginPayeeRequest = z.output<typeof BeginPayeeRequest>;

/** Stripe's own page, made for one visit. */
export const PayeeBegun = z.object({ url: z.url() });
export type PayeeBegun = z.output<typeof PayeeBegun>;

export const PayeeView = z.object({
  state: z.enum(['none', 'onboarding', 'active', 'restricted', 'closed']),
  country: z.string().nullable(),
  /** Payouts are suspended: what lies in the balance at Stripe stays there. */
  isPaused: z.boolean(),
  says: z.string(),
  can: z.object({ begin: z.boolean() }),
});
export type PayeeView = z.output<typeof PayeeView>;

export const PayoutView = z.object({
  id: z.string(),
  amountCents: z.int(),
  status: z.enum(['pending', 'in_transit', 'paid', 'failed', 'canceled']),
  createdAt: z.iso.datetime(),
  arrivesAt: z.iso.datetime(),
  says: z.string(),
  /** The assistant asked Stripe for it: what it is made of nobody tells. */
  byHand: z.boolean(),
  byClient: z.array(z.object({ client: z.object({ id: z.uuid(), name: z.string() }), amountCents: z.int() })),
  /** What it is more than its clients' parts; negative: what of those had left before, by hand or taken back. */
  undividedCents: z.int(),
});
export type PayoutView = z.output<typeof PayoutView>;

export const PayoutList = z.array(PayoutView);
export type PayoutList = z.output<typeof PayoutList>;

/** Of which there is a statement, as `2026-03`, the latest first; in the person's own zone. */
export const StatementMonths = z.object({ months: z.array(z.string()) });
export type StatementMonths = z.output<typeof StatementMonths>;
