import type { Money } from '@app/kernel';

/** What a brief asks for, as far as the score looks at it. */
export interface Wanted {
  readonly specialties: readonly string[];
  readonly tools: readonly string[];
  readonly weeklyMinutes: number;
  readonly minRate: Money;
  readonly maxRate: Money;
  /** Minutes of the client's working day to be shared in every week. */
  readonly overlapMinutes: number;
  /** Title and description. */
  readonly text: string;
}

/** What an assistant offers, as far as the score looks at it. */
export interface Offered {
  readonly specialties: readonly { readonly code: string; readonly level: number }[];
  readonly tools: readonly string[];
  readonly hourlyRate: Money;
  /** Declared weekly minutes less the limits of active contracts. */
  readonly freeMinutes: number;
  /** The best result of each skill that is still valid. */
  readonly skillChecks: readonly { readonly skill: string; readonly percentile: number }[];
  /** Has never had a contract that began. */
  readonly isNew: boolean;
  /** Headline and what they say about themselves. */
  readonly text: string;
}

/** A week ahead of the client, and how much of its working day the assistant is there. */
export interface SharedWeek {
  /** Its Monday, such as `2026-03-09`. */
  readonly monday: string;
  readonly minutes: number;
}

/** One brief and one assistant who passed every hard filter. */
export interface Fit {
  readonly wanted: Wanted;
  readonly offered: Offered;
  readonly sharedWeeks: readonly SharedWeek[];
}

/** The names of specialties and tools, by code. */
export type Names = ReadonlyMap<string, string>;
