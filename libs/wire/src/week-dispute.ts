import { z } from 'zod';

/** Of a week's disputes the one that goes on, or else the last to end. */
export const WeekDispute = z.object({
  id: z.uuid(),
  number: z.string(),
  /** Null while it goes on. */
  outcome: z.enum(['accepted', 'settled', 'withdrawn', 'paid', 'refunded', 'split']).nullable(),
});
export type WeekDispute = z.output<typeof WeekDispute>;
