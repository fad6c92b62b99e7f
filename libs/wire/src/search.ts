import { z } from 'zod';

export const SearchQuery = z.strictObject({ q: z.string().trim().min(2, 'must have at least 2 characters').max(100) });
export type SearchQuery = z.output<typeof SearchQuery>;

/** Something that the reader may see: its kind and id say where it is. */
export const FoundView = z.object({
  kind: z.enum(['person', 'contract', 'brief', 'invoice', 'week']),
  /** Of a person: of their latest contract with the reader. */
  id: z.uuid(),
  /** On which side of it the reader is. */
  side: z.enum(['hire', 'assist']),
  /** What it is called: a name, a title, a number. */
  text: z.string(),
  /** Who else it is about. */
  with: z.string().nullable(),
  /** When a week begins and ends, in its own zone. */
  week: z.object({ start: z.iso.datetime(), end: z.iso.datetime(), zone: z.string() }).nullable(),
});
export type FoundView = z.output<typeof FoundView>;

export const FoundViews = z.array(FoundView);
export type FoundViews = z.output<typeof FoundViews>;
