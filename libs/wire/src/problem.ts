import { z } from 'zod';

/** One field that is wrong; `field` is its path in the request, such as `business.zone`. */
export const FieldFault = z.object({ field: z.string(), message: z.string() });
export type FieldFault = z.output<typeof FieldFault>;

/**
 * Every refusal, as `application/problem+json` (RFC 9457). `code` is stable and what a program switches on; `detail` is
 * for people. Further members depend on the code. `id` is there when it is our fault: it finds the line in our log.
 */
export const Problem = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  errors: z.array(FieldFault).optional(),
  id: z.string().optional(),
});
export type Problem = z.output<typeof Problem>;
