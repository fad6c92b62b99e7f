import { centsFor } from './worth.ts';

test('the assistant is shown what is theirs, the client what they pay', () => {
  const worth = { amountCents: 1233, feeCents: 124 };
  expect(centsFor('assistant', worth)).toBe(1233);
  expect(centsFor('client', worth)).toBe(1357);
});
