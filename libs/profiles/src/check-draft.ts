import { assertZone, type Fault, Invalid, Money } from '@app/kernel';

import { faultsOfAvailability } from './availability.ts';
import type { ProfileDraft } from './profile-draft.ts';
import { assertRateWithinBounds } from './rate-bounds.ts';

export const MOST_SPECIALTIES = 3;

/** What the profile may choose from. */
export interface KnownCodes {
  readonly specialties: ReadonlySet<string>;
  readonly tools: ReadonlySet<string>;
}

/** Throws `Invalid` with every fault at its field. */
export function checkDraft(draft: ProfileDraft, known: KnownCodes): void {
  assertRateWithinBounds(Money.usd(draft.rateCents), 'rateCents');
  const faults: Fault[] = [
    ...faultsOfZone(draft.zone),
    ...faultsOfSpecialties(draft.specialties.map(({ code }) => code)),
    ...faultsOfCodes(
      'specialties',
      draft.specialties.map(({ code }) => code),
      known.specialties,
      '.code',
    ),
    ...faultsOfCodes('tools', draft.tools, known.tools),
    ...faultsOfCodes('languages', draft.languages),
    ...faultsOfAvailability(draft.availability),
  ];
  if (faults.length > 0)
    throw new Invalid('profile_invalid', 'Parts of the profile cannot be saved as they are.', faults);
}

function faultsOfZone(zone: string): Fault[] {
  try {
    assertZone(zone);
    return [];
  } catch {
    return [{ field: 'zone', message: 'is not an IANA time zone such as Europe/Lisbon' }];
  }
}

function faultsOfSpecialties(codes: readonly string[]): Fault[] {
  if (codes.length >= 1 && codes.length <= MOST_SPECIALTIES) return [];
  return [{ field: 'specialties', message: `must name one to ${MOST_SPECIALTIES} specialties` }];
}

function faultsOfCodes(field: string, codes: readonly string[], known?: ReadonlySet<string>, leaf = ''): Fault[] {
  return codes.flatMap((code, place): Fault[] => {
    const at = `${field}.${place}${leaf}`;
    if (known && !known.has(code)) return [{ field: at, message: `${code} is not known` }];
    return codes.indexOf(code) < place ? [{ field: at, message: `${code} is named twice` }] : [];
  });
}
