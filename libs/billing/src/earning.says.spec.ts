import { dateAndReason, type DatedEarning, type DatedInvoice } from './earning.says.ts';

const monday = new Date('2026-03-09T11:00:00Z');
const friday = new Date('2026-03-13T23:00:00Z');
const wednesday = new Date('2026-03-18T23:00:00Z');

const earning = (over: Partial<DatedEarning> = {}): DatedEarning => ({
  ...{ state: 'held', stateAt: monday, reviewEndedAt: null, releasesAt: null, blockedReason: null },
  ...over,
});
const invoice = (over: Partial<DatedInvoice> = {}): DatedInvoice => ({
  ...{ state: 'paid', reviewEndsAt: friday, holdDays: 5, nextAttemptAt: null },
  ...over,
});
const reviewed = { reviewEndedAt: friday, releasesAt: wednesday };

test.each([
  {
    when: 'a new client reviews',
    of: earning(),
    on: invoice(),
    says: { date: friday, reason: 'In review until then at the latest, then a 5-day hold: new client' },
  },
  {
    when: 'a trusted client reviews',
    of: earning(),
    on: invoice({ holdDays: 0 }),
    says: { date: friday, reason: 'In review until then at the latest, then it is sent to you' },
  },
  {
    when: 'the hold runs',
    of: earning(reviewed),
    on: invoice(),
    says: { date: wednesday, reason: 'Held until then, a 5-day hold: new client' },
  },
  {
    when: 'the charge failed and is tried again',
    of: earning(),
    on: invoice({ state: 'past_due', nextAttemptAt: wednesday }),
    says: { date: wednesday, reason: "The client's charge failed: it is tried again then" },
  },
  {
    when: 'the charge failed for good',
    of: earning({ reviewEndedAt: friday }),
    on: invoice({ state: 'past_due' }),
    says: { date: null, reason: "The client's charge failed: the client was asked for another card" },
  },
  {
    when: 'it is released',
    of: earning({ ...reviewed, state: 'due', stateAt: wednesday }),
    on: invoice(),
    says: { date: wednesday, reason: 'Released: on its way to your balance at Stripe' },
  },
  {
    when: 'the payee has not been onboarded',
    of: earning({ ...reviewed, state: 'blocked', blockedReason: 'payee_not_ready' }),
    on: invoice(),
    says: { date: null, reason: 'Waiting for you: tell Stripe where your money should go' },
  },
])('while $when, the amount says so', ({ of, on, says }) => {
  expect(dateAndReason(of, on, new Date('2026-03-14T00:00:00Z'))).toMatchObject(says);
});
