import type { EarningView } from '@app/wire/billing';

import { earningsByWeek } from './earnings-by-week.ts';

const earning = (client: string, start: string, zone: string, amountCents: number, more: Partial<EarningView> = {}) =>
  ({
    client: { id: client, name: client },
    week: { start, end: start, zone },
    state: 'sent',
    givenBackCents: 0,
    bonusNote: null,
    amountCents,
    ...more,
  }) as EarningView;

test('weeks that begin at other instants in other zones are one week', () => {
  const { weeks, clients } = earningsByWeek([
    earning('Oslo', '2026-03-01T23:00:00Z', 'Europe/Oslo', 100_00),
    earning('Boston', '2026-03-02T05:00:00Z', 'America/New_York', 50_00),
    earning('Oslo', '2026-02-22T23:00:00Z', 'Europe/Oslo', 70_00),
  ]);
  expect(clients).toEqual(['Boston', 'Oslo']);
  expect(weeks.map(({ cents }) => cents)).toEqual([{ Oslo: 70_00 }, { Oslo: 100_00, Boston: 50_00 }]);
});

test('what went back, and what was never paid, is not earned', () => {
  const { weeks } = earningsByWeek([
    earning('Oslo', '2026-03-01T23:00:00Z', 'Europe/Oslo', 100_00, { givenBackCents: 30_00 }),
    earning('Oslo', '2026-03-01T23:00:00Z', 'Europe/Oslo', 20_00, { state: 'cancelled' }),
  ]);
  expect(weeks.map(({ cents }) => cents)).toEqual([{ Oslo: 70_00 }]);
});
