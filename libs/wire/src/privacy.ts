import { z } from 'zod';

/** Everything that Kontor holds on the person, gathered part by part. The link to it comes by mail. */
export const ExportView = z.object({
  id: z.uuid(),
  requestedAt: z.iso.datetime(),
  /** 0 to 100. */
  percent: z.int(),
  state: z.enum(['gathering', 'ready', 'downloaded', 'expired', 'failed']),
  readyAt: z.iso.datetime().nullable(),
  expiresAt: z.iso.datetime().nullable(),
  sizeBytes: z.int().nullable(),
});
export type ExportView = z.output<typeof ExportView>;
export const ExportViews = z.array(ExportView);
export type ExportViews = z.output<typeof ExportViews>;

/** The token of the mail. */
export const ExportDownloadQuery = z.strictObject({ token: z.string().min(1).max(200) });
export type ExportDownloadQuery = z.output<typeof ExportDownloadQuery>;

/** The address of the account, typed once more. */
export const RequestErasureRequest = z.strictObject({ email: z.string().trim().min(3).max(254) });
export type RequestErasureRequest = z.output<typeof RequestErasureRequest>;

export const ErasureObstacle = z.object({
  code: z.enum([
    ...['active_contracts', 'hours_not_invoiced', 'unpaid_invoices', 'money_on_its_way', 'money_at_stripe'],
    ...['refunds_on_their_way', 'debt', 'open_disputes', 'open_chargebacks', 'business_with_others', 'staff'],
  ] as const),
  count: z.int(),
  /** When it is over by itself, as far as is known. */
  until: z.iso.datetime().nullable(),
});
export type ErasureObstacle = z.output<typeof ErasureObstacle>;

export const ErasureView = z.object({
  /** The one that waits for its day; null: none does. */
  erasure: z
    .object({
      requestedAt: z.iso.datetime(),
      erasesAt: z.iso.datetime(),
      /** When something stood in the way last. */
      postponedAt: z.iso.datetime().nullable(),
    })
    .nullable(),
  obstacles: z.array(ErasureObstacle),
  can: z.object({ request: z.boolean(), withdraw: z.boolean() }),
});
export type ErasureView = z.output<typeof ErasureView>;
