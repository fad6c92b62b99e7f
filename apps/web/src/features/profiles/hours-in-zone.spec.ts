import { hoursInZone } from './hours-in-zone.ts';

const WINTER = new Date('2026-02-13T09:00:00Z');
const monday = { weekday: 1, fromMinute: 9 * 60, toMinute: 17 * 60 };

test('nine to five in Lisbon is ten to six in Oslo', () => {
  expect(hoursInZone([monday], 'Europe/Lisbon', 'Europe/Oslo', WINTER)).toEqual([
    { weekday: 1, fromMinute: 10 * 60, toMinute: 18 * 60 },
  ]);
});

test('what runs past midnight elsewhere is of two days, across the end of the week too', () => {
  expect(hoursInZone([monday], 'Europe/Lisbon', 'Asia/Tokyo', WINTER)).toEqual([
    { weekday: 1, fromMinute: 18 * 60, toMinute: 1_440 },
    { weekday: 2, fromMinute: 0, toMinute: 2 * 60 },
  ]);
  const early = { weekday: 1, fromMinute: 0, toMinute: 2 * 60 };
  expect(hoursInZone([early], 'Europe/Lisbon', 'America/New_York', WINTER)).toEqual([
    { weekday: 7, fromMinute: 19 * 60, toMinute: 21 * 60 },
  ]);
});

test('hours that touch are one stretch, and summer is reckoned with', () => {
  const lunch = [
    { ...monday, toMinute: 12 * 60 },
    { ...monday, fromMinute: 12 * 60 },
  ];
  const summer = new Date('2026-03-10T12:00:00Z'); // New York has changed its clocks, Lisbon has not.
  expect(hoursInZone(lunch, 'Europe/Lisbon', 'America/New_York', summer)).toEqual([
    { weekday: 1, fromMinute: 5 * 60, toMinute: 13 * 60 },
  ]);
});
