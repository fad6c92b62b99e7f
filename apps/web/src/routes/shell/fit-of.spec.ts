import { fitOf } from './fit-of.ts';

test('what begins as it was typed comes before what only contains it, and letters strewn about do not count', () => {
  const earn = (entry: string) => fitOf(entry, 'earn');
  expect(earn('Earnings')).toBeGreaterThan(earn('Your earnings'));
  expect(earn('Your earnings')).toBeGreaterThan(earn('Learning'));
  expect(earn('Switch the timer to Harbor Books Customer enquiries')).toBe(0);
});

test('every word has to be found, in any order and without its marks', () => {
  expect(fitOf('Start the timer for Fjordlys Interiør', 'fjord timer')).toBeGreaterThan(0);
  expect(fitOf('Start the timer for Fjordlys Interiør', 'fjord invoice')).toBe(0);
  expect(fitOf('Årets timer', 'arets')).toBe(1);
});

test('what a search has found fits by what was searched', () => {
  expect(fitOf('K-0000012', 'beatriz', ['beatriz'])).toBeGreaterThan(0);
});
