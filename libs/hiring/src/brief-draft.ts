/** A brief as the client writes it. */
export interface BriefDraft {
  readonly businessId: string;
  readonly title: string;
  readonly description: string;
  readonly specialties: readonly string[];
  readonly tools: readonly string[];
  readonly weeklyMinutes: number;
  readonly minRateCents: number;
  readonly maxRateCents: number;
  readonly languages: readonly string[];
  readonly overlapMinutes: number;
  readonly startsOn: string;
}
