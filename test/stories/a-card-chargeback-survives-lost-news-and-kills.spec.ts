import { StaffPerson } from '../../apps/kontor/src/world/staff-person.ts';
import { workerDiesAt } from '../support/killed-worker.ts';
import { WorkedWeek } from '../support/worked-week.ts';

/** $63.43 were lost, and 57.66 of them were Beatriz's, who was paid. */
const LOST = { state: 'lost', losses: 57_66, fee: 0, held: 0, chargebackFees: 15_00, losses_posted: 1 };

let week: WorkedWeek;

beforeEach(async () => {
  week = await WorkedWeek.begin();
  await week.world.stripe.control.topUp(200_00);
  await week.charged();
  await week.world.time.passes('1 day');
}, 120_000);
afterEach(async () => {
  try {
    expect(await week.violations()).toEqual({});
    expect(await week.balance('stripe_balance')).toBe(await week.world.platformBalance());
  } finally {
    await week.world.end();
  }
});

async function books(): Promise<object> {
  const [chargeback] = await week.rows<{ state: string; n: number }>(
    `select c.state, (select count(*)::int from chargeback_loss) as n from chargeback c`,
  );
  return {
    ...{ state: chargeback?.state, losses_posted: chargeback?.n, losses: await week.balance('platform_losses') },
    ...{ fee: await week.balance('service_fee'), held: await week.balance('chargeback_held') },
    chargebackFees: await week.balance('chargeback_fees'),
  };
}

async function dispute(): Promise<string> {
  return (await week.world.stripe.control.dispute((await week.invoice()).chargeId ?? '')).id;
}

test.each(['drop', 'duplicate', 'twin', 'reorder'] as const)(
  'when Stripe’s news are told with a %s',
  async (effect) => {
    await week.world.stripe.control.addFault({ webhook: '^charge\\.dispute', times: 'always', effect });
    const id = await dispute();
    await week.world.stripe.control.loseDispute(id);
    await week.world.time.passes('2 hours');
    expect(await books()).toEqual(LOST);
  },
  120_000,
);

test.each(['chargeback.read', 'chargeback.stored', 'chargeback.settled'] as const)(
  'killed at %s',
  async (step) => {
    const id = await dispute();
    await week.world.stripe.control.loseDispute(id);
    expect(await workerDiesAt(week.world, step)).toBe('SIGKILL');
    await week.world.time.quiet(); // the worker that comes after it
    await week.world.time.passes('2 hours');
    expect(await books()).toEqual(LOST);
  },
  120_000,
);

test.each(['chargeback_answer.claimed', 'chargeback_answer.file_sent', 'chargeback_answer.called'] as const)(
  'killed at %s',
  async (step) => {
    const greta = new StaffPerson(week.world, 'Greta Lind', 'Europe/Stockholm');
    await greta.joins();
    await dispute();
    await week.world.time.quiet();
    const [chargeback] = await greta.get<{ id: string }[]>('/staff/chargebacks');
    // Stripe does not answer the api: the worker is to tell it.
    await week.world.stripe.control.addFault({ path: '/v1/files$', effect: 'fail_before', times: 3 });
    await greta.post(`/staff/chargebacks/${chargeback?.id ?? ''}/evidence`, {
      texts: { uncategorized_text: 'losing_evidence' },
    });
    await week.world.stripe.control.clearFaults();

    expect(await workerDiesAt(week.world, step)).toBe('SIGKILL');
    await week.world.time.quiet();

    expect(await week.rows(`select state from chargeback_answer`)).toEqual([{ state: 'given' }]);
    expect(await week.rows(`select submissions from chargeback`)).toEqual([{ submissions: 1 }]);
    await week.world.time.passes('8 days');
    expect(await books()).toEqual(LOST);
  },
  120_000,
);
