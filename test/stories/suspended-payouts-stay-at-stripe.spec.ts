import { StaffPerson } from '../../apps/kontor/src/world/staff-person.ts';
import { at } from '../../apps/kontor/src/world/wall-clock.ts';
import { stepsOf, workerDiesAt } from '../support/killed-worker.ts';
import { WorkedWeek } from '../support/worked-week.ts';

const RELEASED = at('thu 9:00', '2026-03-16', 'Europe/Oslo'); // silence on Friday 24:00, and five days of hold
const ENDS = at('thu 9:00', '2026-03-30', 'Europe/Oslo');
const HOUR_MS = 3_600_000;

interface Payouts {
  amountCents: number;
  status: string;
}

let week: WorkedWeek;

afterEach(async () => {
  try {
    expect(await week.violations()).toEqual({});
  } finally {
    await week.world.end();
  }
});

const payouts = async () => (await week.beatriz.get<Payouts[]>('/payouts')).map(({ amountCents }) => amountCents);

test('what lies at Stripe stays there, and leaves when the suspension is over, wherever the worker is killed', async () => {
  week = await WorkedWeek.begin();
  await week.charged();
  await week.world.time.passesTo(RELEASED);
  const staff = new StaffPerson(week.world, 'Sam Reyes', 'America/New_York');
  await staff.joins();
  await staff.stepsUp();
  await staff.post(`/staff/people/${week.beatriz.id}/suspensions`, {
    scopes: ['payouts'],
    reasonCode: 'identity_in_doubt',
    explanation: 'We have to look at your documents once more.',
    until: ENDS.toISOString(),
  });

  for (const step of stepsOf('payout_schedule')) expect(await workerDiesAt(week.world, step)).toBe('SIGKILL');
  await week.world.time.passesTo(new Date(ENDS.getTime() - HOUR_MS));
  await week.beatriz.signsIn();
  expect(await payouts()).toEqual([]);
  expect(await week.beatriz.get('/payee')).toMatchObject({ state: 'active', isPaused: true });

  await week.world.time.passesTo(new Date(ENDS.getTime() + 5 * 24 * HOUR_MS));
  expect(await payouts()).toEqual([57_66]);
  expect(await week.beatriz.get('/payee')).toMatchObject({ isPaused: false });
}, 240_000);
