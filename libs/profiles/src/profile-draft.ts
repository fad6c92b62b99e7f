import type { Level } from './assistant-profile.entity.ts';
import type { AvailabilityWindow } from './availability.ts';

/** A profile as its assistant writes it. */
export interface ProfileDraft {
  readonly headline: string;
  readonly about: string;
  /** ISO 3166 code, such as `PT`. */
  readonly country: string;
  /** IANA zone of the availability windows. */
  readonly zone: string;
  readonly rateCents: number;
  /** Minutes a week that the assistant wants to work at most, over all clients. */
  readonly capacityMinutes: number;
  /** Language codes, such as `en`. */
  readonly languages: readonly string[];
  readonly specialties: readonly { readonly code: string; readonly level: Level }[];
  readonly tools: readonly string[];
  readonly availability: readonly AvailabilityWindow[];
  /** Whether visitors see it too. Left out: as it was, and at first they do not. */
  readonly isPublic?: boolean;
}
