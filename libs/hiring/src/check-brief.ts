import { type Fault, Invalid, Money } from '@app/kernel';
import { assertRateWithinBounds, type KnownCodes } from '@app/profiles';

import type { BriefDraft } from './brief-draft.ts';

/** Throws `Invalid` with every fault at its field. */
export function checkBrief(draft: BriefDraft, known: KnownCodes): void {
  assertRateWithinBounds(Money.usd(draft.minRateCents), 'minRateCents');
  assertRateWithinBounds(Money.usd(draft.maxRateCents), 'maxRateCents');
  const faults = [
    ...(draft.maxRateCents < draft.minRateCents
      ? [{ field: 'maxRateCents', message: 'is less than minRateCents' }]
      : []),
    ...(draft.specialties.length === 0 ? [{ field: 'specialties', message: 'must name at least one' }] : []),
    ...unknown('specialties', draft.specialties, known.specialties),
    ...unknown('tools', draft.tools, known.tools),
  ];
  if (faults.length > 0) throw new Invalid('brief_invalid', 'Parts of the brief cannot be posted as they are.', faults);
}

function unknown(field: string, codes: readonly string[], known: ReadonlySet<string>): Fault[] {
  return codes.flatMap((code, place) => {
    if (!known.has(code)) return [{ field: `${field}.${place}`, message: `${code} is not known` }];
    return codes.indexOf(code) < place ? [{ field: `${field}.${place}`, message: `${code} is named twice` }] : [];
  });
}
