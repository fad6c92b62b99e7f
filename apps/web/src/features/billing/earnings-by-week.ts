import type { EarningView } from '@app/wire/billing';

export interface EarnedWeek {
  /** The instant its work week began. */
  readonly start: string;
  readonly end: string;
  readonly zone: string;
  /** By client, in whole cents. */
  readonly cents: Readonly<Record<string, number>>;
}

const SHOWN_WEEKS = 12;
const NOT_EARNED: readonly EarningView['state'][] = ['cancelled', 'unpaid', 'reversed'];

/** What was earned in the latest weeks, by client, less what went back; a week of no work is left out. */
export function earningsByWeek(earnings: readonly EarningView[]): { weeks: EarnedWeek[]; clients: string[] } {
  const earned = earnings.filter(({ state }) => !NOT_EARNED.includes(state));
  // Clients’ weeks begin at other instants: the date that all of them have is what they are of.
  const weeks = [...Map.groupBy(earned, ({ week }) => dateOf(week.start, week.zone))]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .slice(-SHOWN_WEEKS)
    .flatMap(([, ofWeek]) => {
      const cents: Record<string, number> = {};
      for (const { client, amountCents, givenBackCents } of ofWeek) {
        cents[client.name] = (cents[client.name] ?? 0) + amountCents - givenBackCents;
      }
      const [first] = ofWeek;
      return first ? [{ ...first.week, cents }] : [];
    });
  const clients = [...new Set(earned.map(({ client }) => client.name))].toSorted();
  return { weeks, clients };
}

function dateOf(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date(instant));
}
