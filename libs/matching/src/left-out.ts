import { type Brief, inHours } from '@app/hiring';

export type LeftOutReason =
  'specialty' | 'already_contracted' | 'country' | 'languages' | 'rate' | 'free_hours' | 'overlap' | 'ranked_lower';

export interface LeftOut {
  readonly reason: LeftOutReason;
  readonly count: number;
}

export interface ExplainedLeftOut extends LeftOut {
  readonly says: string;
}

/** How many assistants a brief passed over and why, for the client. */
export function explainToClient(leftOut: readonly LeftOut[], brief: Brief): ExplainedLeftOut[] {
  const says: Record<LeftOutReason, string> = {
    specialty: 'offer none of the specialties asked for',
    already_contracted: 'already have an offer or a contract for this brief',
    country: 'live where Kontor cannot send money yet',
    languages: 'do not list every language asked for',
    rate: `ask more than ${brief.maxRate} an hour`,
    free_hours: `have fewer than ${inHours(brief.weeklyMinutes)} a week free`,
    overlap: `share less than ${inHours(brief.overlapMinutes)} of your working week in one of the next eight weeks`,
    ranked_lower: 'fit as well, and rank below those listed',
  };
  return leftOut.map((row) => ({ ...row, says: says[row.reason] }));
}

/** How many briefs passed an assistant over and why, for the assistant. */
export function explainToAssistant(leftOut: readonly LeftOut[]): ExplainedLeftOut[] {
  const says: Record<LeftOutReason, string> = {
    specialty: 'ask for none of your specialties',
    already_contracted: 'have led to an offer or a contract with you',
    country: 'are closed to you while Kontor cannot send money to your country',
    languages: 'ask for a language that you do not list',
    rate: 'pay less than your rate',
    free_hours: 'want more hours than you have free',
    overlap: "need more of the client's working week than you share in one of the next eight weeks",
    ranked_lower: 'fit as well, and rank below those listed',
  };
  return leftOut.map((row) => ({ ...row, says: says[row.reason] }));
}

/** Those that were scored and not listed join those that were not scored. */
export function withRankedLower(leftOut: readonly LeftOut[], unlisted: number): LeftOut[] {
  const before = leftOut.find(({ reason }) => reason === 'ranked_lower')?.count ?? 0;
  const others = leftOut.filter(({ reason }) => reason !== 'ranked_lower');
  const count = before + unlisted;
  return count === 0 ? others : [...others, { reason: 'ranked_lower', count }];
}
