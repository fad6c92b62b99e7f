import { Money } from '@app/kernel';

import type { Offered } from './fit.ts';

/** An assistant's side of a fit, as SQL hands it over. */
export interface Facts {
  readonly headline: string;
  readonly about: string;
  readonly rateCents: number;
  readonly freeMinutes: number;
  readonly specialties: readonly { readonly code: string; readonly level: number }[];
  readonly tools: readonly string[];
  readonly skillChecks: readonly { readonly skill: string; readonly percentile: number }[];
  readonly isNew: boolean;
}

export function offeredBy(facts: Facts): Offered {
  const { specialties, tools, freeMinutes, skillChecks, isNew } = facts;
  return {
    ...{ specialties, tools, freeMinutes, skillChecks, isNew },
    hourlyRate: Money.usd(facts.rateCents),
    text: `${facts.headline} ${facts.about}`,
  };
}
