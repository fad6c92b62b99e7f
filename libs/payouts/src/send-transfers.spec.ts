import { Money, type Step, step, type User } from '@app/kernel';
import { Ledger } from '@app/ledger';
import { Standings } from '@app/profiles';

import { Payday } from '../../../test/support/payday.ts';
import { RefreshPayees, SendTransfers } from './index.ts';

let payday: Payday;

beforeAll(async () => {
  payday = await Payday.start();
}, 60_000);
afterAll(() => payday.stop());
beforeEach(() => payday.reset());

const send = () => payday.platform.get(SendTransfers).run(payday.now);
const transfers = () =>
  payday.rows<{ state: string; cents: number }>(
    `select state, amount_cents::int as cents from transfer order by claimed_at, amount_cents desc`,
  );
const earnings = () =>
  payday.rows<{ state: string; reason: string | null }>(
    `select state, blocked_reason as reason from earning order by amount_cents desc`,
  );
const asked = () => payday.stripe.control.requests({ method: 'POST', path: '^/v1/transfers$' });

/** Stripe does what it is asked, and nobody hears of it: not at once, and not when it is repeated. */
async function answersAreLost(): Promise<void> {
  const transfer = { method: 'POST', path: '/v1/transfers' };
  await payday.stripe.control.addFault({ ...transfer, effect: 'fail_after', as: 'reset', times: 2 });
  await payday.stripe.control.addFault({ ...transfer, effect: 'fail_before', status: 503, times: 'always' });
}

async function payableAssistant(): Promise<User> {
  const assistant = await payday.assistant();
  await payday.onboard(assistant);
  return assistant;
}

test('what is due is sent in one transfer a charge, however many sweeps run at once', async () => {
  await payday.due(await payableAssistant());

  await Promise.all([send(), send(), send(), send()]);
  await send();

  expect(await transfers()).toEqual([
    { state: 'sent', cents: 37_00 },
    { state: 'sent', cents: 18_50 },
  ]);
  expect(await payday.transferredAtStripe()).toEqual(expect.arrayContaining([37_00, 18_50]));
  expect(await asked()).toHaveLength(2);
  expect(await earnings()).toEqual([
    { state: 'sent', reason: null },
    { state: 'sent', reason: null },
  ]);
  expect(await payday.platform.get(Ledger).balance('earnings_due')).toEqual(Money.usd(0));
  expect(await payday.violations({ quiet: false })).toEqual({});
});

test('lines of one invoice that are released together go together', async () => {
  const assistant = await payableAssistant();
  const client = await payday.client();
  await payday.earns(assistant, [
    [client, 2],
    [client, 1],
  ]);
  await payday.untilDue();

  expect(await send()).toBe(1);
  expect(await transfers()).toEqual([{ state: 'sent', cents: 55_50 }]);
  expect(await payday.rows(`select count(*)::int as items from transfer_item where live`)).toEqual([{ items: 2 }]);
});

test('a transfer whose answer was lost is repeated with its key, and made once', async () => {
  await payday.due(await payableAssistant());
  await answersAreLost();

  expect(await send()).toBe(0);
  expect((await transfers()).map(({ state }) => state)).toEqual(['claimed', 'claimed']);
  expect((await earnings()).map(({ state }) => state)).toEqual(['sending', 'sending']);
  expect(await payday.transferredAtStripe()).toHaveLength(2);

  await payday.stripe.control.clearFaults();
  expect(await send()).toBe(2);
  expect((await transfers()).map(({ state }) => state)).toEqual(['sent', 'sent']);
  expect(await payday.transferredAtStripe()).toHaveLength(2);
  expect(await payday.violations({ quiet: false })).toEqual({});
});

test('a lost answer is looked up once its key is too old to be repeated', async () => {
  await payday.due(await payableAssistant());
  await answersAreLost();
  await send();
  const before = (await asked()).length;

  await payday.stripe.control.clearFaults();
  await payday.passes(2);
  expect(await send()).toBe(2);
  expect(await asked()).toHaveLength(before);
  expect(await payday.transferredAtStripe()).toHaveLength(2);
});

test('one that never reached Stripe is made when its key is too old, after a look', async () => {
  await payday.due(await payableAssistant());
  await payday.stripe.control.addFault({
    method: 'POST',
    path: '/v1/transfers',
    effect: 'fail_before',
    status: 503,
    times: 'always',
  });
  await send();
  expect(await payday.transferredAtStripe()).toEqual([]);

  await payday.stripe.control.clearFaults();
  await payday.passes(2);
  expect(await send()).toBe(2);
  expect(await payday.transferredAtStripe()).toHaveLength(2);
});

test.each(['transfer.claimed', 'transfer.called'] satisfies Step[])('a death at %s sends nothing twice', async (at) => {
  await payday.due(await payableAssistant());
  step.onReached((name) => {
    if (name === at) throw new Error('died');
  });
  await expect(send()).rejects.toThrow('died');
  step.onReached(() => undefined);

  await send();
  expect((await transfers()).map(({ state }) => state)).toEqual(['sent', 'sent']);
  expect(await payday.transferredAtStripe()).toHaveLength(2);
  expect(await payday.violations({ quiet: false })).toEqual({});
});

test('money waits, with its reason, for an assistant who cannot be paid yet', async () => {
  const assistant = await payday.assistant();
  await payday.due(assistant);
  expect(await send()).toBe(2);
  expect(await earnings()).toEqual([
    { state: 'blocked', reason: 'payee_not_ready' },
    { state: 'blocked', reason: 'payee_not_ready' },
  ]);

  await payday.onboard(assistant);
  expect(await send()).toBe(2);
  expect((await earnings()).map(({ state }) => state)).toEqual(['sent', 'sent']);
  expect(await payday.violations({ quiet: false })).toEqual({});
});

test('a restricted payee is not sent to until Stripe lets them be paid again', async () => {
  const assistant = await payableAssistant();
  const account = await payday.accountOf(assistant);
  const payees = payday.platform.get(RefreshPayees);
  await payday.due(assistant);
  await payday.stripe.control.setAccountStatus(account, 'restricted', 'requirements_past_due');
  await payees.account(account, payday.now);
  expect(await payday.platform.get(Standings).ofPayee(assistant.userId)).toMatchObject({ payable: false });

  await send();
  expect((await earnings()).map(({ reason }) => reason)).toEqual(['payee_restricted', 'payee_restricted']);
  expect(await asked()).toEqual([]);

  await payday.stripe.control.setAccountStatus(account, 'active');
  await payees.account(account, payday.now);
  await send();
  expect((await earnings()).map(({ state }) => state)).toEqual(['sent', 'sent']);
  expect(await payday.platform.get(Standings).ofPayee(assistant.userId)).toMatchObject({ payable: true });
});

test('a transfer that Stripe refuses fails, and its money goes with another once the payee is asked about', async () => {
  const assistant = await payableAssistant();
  const account = await payday.accountOf(assistant);
  await payday.due(assistant);
  await payday.stripe.control.setAccountStatus(account, 'restricted', 'requirements_past_due'); // And no webhook says so.

  expect(await send()).toBe(2);
  expect((await transfers()).map(({ state }) => state)).toEqual(['failed', 'failed']);
  expect((await earnings()).map(({ reason }) => reason)).toEqual(['payee_restricted', 'payee_restricted']);
  expect(await payday.platform.get(Ledger).balance('earnings_due')).toEqual(Money.usd(-55_50));

  await payday.stripe.control.setAccountStatus(account, 'active');
  expect(await payday.platform.get(RefreshPayees).run(payday.now)).toBe(2);
  expect(await send()).toBe(2);
  expect(await payday.transferredAtStripe()).toEqual(expect.arrayContaining([37_00, 18_50]));
  expect(await payday.violations({ quiet: false })).toEqual({});
});

test('nothing leaves while the books have differed from Stripe for a quarter of an hour', async () => {
  await payday.due(await payableAssistant());
  const differ = (cents: number) =>
    payday.platform.owner.query(
      `insert into reconciliation (id, at, stripe_cents, ledger_cents, difference_cents) values (gen_random_uuid(), $1, $2, 0, $2)`,
      [payday.now, cents],
    );
  await differ(5);
  await payday.passes(15 / (24 * 60));
  expect(await send()).toBe(0);
  expect(await transfers()).toEqual([]);

  await differ(0);
  expect(await send()).toBe(2);
});
