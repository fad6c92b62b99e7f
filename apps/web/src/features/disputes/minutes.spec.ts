import { secondsOfMinutes, wholeMinutes } from './minutes.ts';

test.each([
  ['40', 7_620, 2_400],
  [' 127 ', 7_659, 7_659],
  ['128', 7_659, null],
  ['0', 7_620, null],
  ['1.5', 7_620, null],
  ['', 7_620, null],
])('%j of %i seconds is %j', (typed, most, seconds) => {
  expect(secondsOfMinutes(typed, most)).toBe(seconds);
});

test('stray seconds are not a minute', () => expect(wholeMinutes(7_659)).toBe(127));
