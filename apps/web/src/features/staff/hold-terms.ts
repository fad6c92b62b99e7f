const DAY_MS = 86_400_000;

/** A hold lasts at most 14 days; whoever wants more has a colleague look at it. */
export const HOLD_DAYS = [1, 3, 7, 13] as const;
export const HOLD_REASONS = [
  'fraud_suspected',
  'identity_unclear',
  'legal_request',
  'error_of_ours',
  'asked_by_person',
];
export const SUSPENSION_REASONS = ['fraud_suspected', 'identity_unclear', 'terms_broken', 'unpaid', 'legal_request'];
export const DEBT_REASONS = ['goodwill', 'unrecoverable', 'error_of_ours', 'legal_request'];
export const REVERSAL_REASONS = ['balance_expected', 'asked_by_person', 'error_of_ours'];

/** The instant so many days from now, as the api takes it. */
export function daysFromNow(days: number): string {
  return new Date(Date.now() + days * DAY_MS).toISOString();
}
