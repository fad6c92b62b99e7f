import { type Decline, nextAttemptAt, wantsOf } from './decline-policy.ts';

const first = new Date('2026-03-09T11:00:00Z');
const days = (n: number, minutes = 0) => new Date(first.getTime() + n * 86_400_000 + minutes * 60_000);
const decline = (over: Partial<Decline> = {}): Decline => ({
  code: 'card_declined',
  declineCode: 'insufficient_funds',
  advice: 'try_again_later',
  ...over,
});

test('an empty account is tried again one, three and five days after its first failure, and then no more', () => {
  expect(nextAttemptAt(decline(), first, first)).toEqual(days(1));
  expect(nextAttemptAt(decline(), first, days(1, 2))).toEqual(days(3));
  expect(nextAttemptAt(decline(), first, days(3, 2))).toEqual(days(5));
  expect(nextAttemptAt(decline(), first, days(5, 2))).toBeNull();
});

test.each([
  decline({ advice: 'do_not_try_again' }),
  decline({ declineCode: 'lost_card', advice: null }),
  decline({ declineCode: 'stolen_card', advice: null }),
  decline({ code: 'expired_card', declineCode: null, advice: null }),
])('a card refused for good is never tried again: $code $declineCode $advice', (refused) => {
  expect(nextAttemptAt(refused, first, first)).toBeNull();
});

test.each([
  { said: decline(), wants: null },
  { said: decline({ declineCode: 'stolen_card' }), wants: 'card' },
  { said: decline({ advice: 'do_not_try_again' }), wants: 'card' },
  {
    said: decline({ code: 'authentication_required', declineCode: 'authentication_required' }),
    wants: 'authentication',
  },
  { said: decline({ code: 'payment_intent_authentication_failure', declineCode: null }), wants: 'authentication' },
])('$said.declineCode $said.advice wants $wants of the client', ({ said, wants }) => {
  expect(wantsOf(said)).toBe(wants);
  if (wants !== null) expect(nextAttemptAt(said, first, first)).toBeNull();
});
