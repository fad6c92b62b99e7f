import { expect, test } from '@jest/globals';

import { balance, charge, charged, localStripe, payee, savedCard } from './local-stripe.ts';

const local = localStripe();

test('a saved card is charged, the charge settles later with its fee, and charge.updated says so', async () => {
  const paid = await charged(local, await savedCard(local), 30_525);
  expect(paid).toMatchObject({ status: 'succeeded', balance_transaction: null });
  await local.control.drain();
  const succeeded = local.hooks.heard
    .filter(({ type }) => type.endsWith('succeeded'))
    .map(({ body }) => JSON.parse(body));
  expect(succeeded.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['charge.succeeded', 'payment_intent.succeeded']),
  );
  expect(succeeded.find(({ type }) => type === 'charge.succeeded').data.object.balance_transaction).toBeNull();

  const { nextDueAt } = await local.control.clock();
  await local.control.advanceTo(nextDueAt ?? new Date(0));
  await local.control.drain();

  const settled = await local.stripe.charges.retrieve(paid.id, { expand: ['balance_transaction'] });
  expect(settled.balance_transaction).toMatchObject({
    amount: 30_525,
    fee: 915,
    net: 29_610,
    status: 'pending',
    type: 'charge',
  });
  const told = local.hooks.heard.find(({ type }) => type === 'charge.updated');
  expect(JSON.parse(told?.body ?? '{}').data.previous_attributes).toEqual({ balance_transaction: null });
});

test('funds are pending for two business days and then available', async () => {
  await charge(local, 10_000);
  const { now } = await local.control.clock();
  await local.control.advanceTo(new Date(now.getTime() + 60_000));
  expect(await balance(local)).toEqual({ available: 0, pending: 9_680 });
  await local.control.advanceTo(new Date(now.getTime() + 4 * 86_400_000));
  expect(await balance(local)).toEqual({ available: 9_680, pending: 0 });
});

test('what is transferred is paid out on the next payout day, and the payout lists what it holds', async () => {
  const account = await payee(local);
  const source = await charge(local, 30_525);
  await local.stripe.transfers.create({
    amount: 27_750,
    currency: 'usd',
    destination: account,
    source_transaction: source.id,
  });
  expect(await balance(local, account)).toEqual({ available: 0, pending: 27_750 });

  const { now } = await local.control.clock();
  await local.control.advanceTo(new Date(now.getTime() + 8 * 86_400_000));

  const payouts = await local.stripe.payouts.list({}, { stripeAccount: account });
  expect(payouts.data).toMatchObject([
    { amount: 27_750, status: 'paid', automatic: true, reconciliation_status: 'completed' },
  ]);
  const [payout] = payouts.data;
  expect(['Tue', 'Fri']).toContain(new Date((payout?.created ?? 0) * 1000).toUTCString().slice(0, 3));
  const held = await local.stripe.balanceTransactions.list(
    { payout: payout?.id ?? '', expand: ['data.source'] },
    { stripeAccount: account },
  );
  expect(held.data).toMatchObject([
    { type: 'payout', net: -27_750 },
    { type: 'payment', net: 27_750, source: { source_transfer: expect.stringMatching(/^tr_/) } },
  ]);
  expect(await balance(local, account)).toEqual({ available: 0, pending: 0 });
});

test('every balance is the sum of its balance transactions', async () => {
  const account = await payee(local);
  for (const amount of [5_000, 12_345, 99_99]) {
    const source = await charge(local, amount);
    await local.stripe.transfers.create({
      amount: amount - 1_000,
      currency: 'usd',
      destination: account,
      source_transaction: source.id,
    });
  }
  const { now } = await local.control.clock();
  await local.control.advanceTo(new Date(now.getTime() + 3 * 86_400_000));
  for (const stripeAccount of [undefined, account]) {
    const all = await local.stripe.balanceTransactions.list(
      { limit: 100, created: { gte: 0 } },
      stripeAccount ? { stripeAccount } : {},
    );
    const { available, pending } = await balance(local, stripeAccount);
    expect(all.data.reduce((sum, { net }) => sum + net, 0)).toBe(available + pending);
  }
});
