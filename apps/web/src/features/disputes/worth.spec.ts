import { centsFor, worthOfLast } from './worth.ts';

const terms = { rateCents: 1850, feeBp: 1000 };
const MINUTE = 60;

test('forty of 127 minutes are worth what the line is worth with them less what it is worth without', () => {
  expect(worthOfLast(40 * MINUTE, 127 * MINUTE, terms)).toEqual({ amountCents: 1233, feeCents: 124 });
});

test('however a line is cut, its parts come to the line', () => {
  const last = worthOfLast(40 * MINUTE, 127 * MINUTE, terms);
  const rest = worthOfLast(87 * MINUTE, 87 * MINUTE, terms);
  const whole = worthOfLast(127 * MINUTE, 127 * MINUTE, terms);
  expect(last.amountCents + rest.amountCents).toBe(whole.amountCents);
  expect(last.feeCents + rest.feeCents).toBe(whole.feeCents);
});

test('more than there is comes to all there is', () => {
  expect(worthOfLast(200 * MINUTE, 127 * MINUTE, terms)).toEqual({ amountCents: 3916, feeCents: 392 });
});

test('the assistant is shown what is theirs, the client what they pay', () => {
  const worth = { amountCents: 1233, feeCents: 124 };
  expect(centsFor('assistant', worth)).toBe(1233);
  expect(centsFor('client', worth)).toBe(1357);
});
