import { expect, test } from '@jest/globals';

import { balance, charge, localStripe, newPayee, payee, refusal } from './local-stripe.ts';

const local = localStripe();
const DAY_MS = 86_400_000;

test('transfers from one charge add up to no more than its gross amount, reversed or not', async () => {
  const account = await payee(local);
  const source = await charge(local, 10_000);
  const transfer = (amount: number) =>
    local.stripe.transfers.create({ amount, currency: 'usd', destination: account, source_transaction: source.id });
  const first = await transfer(6_000);
  await transfer(4_000);
  expect(await refusal(transfer(1))).toMatchObject({ statusCode: 400, param: 'amount' });
  await local.stripe.transfers.createReversal(first.id);
  expect(await refusal(transfer(1))).toMatchObject({ statusCode: 400, param: 'amount' });
});

test("a transfer is in the currency of its charge, and in the charge's group", async () => {
  const account = await payee(local);
  const source = await charge(local, 10_000);
  expect(
    await refusal(
      local.stripe.transfers.create({
        amount: 5_000,
        currency: 'eur',
        destination: account,
        source_transaction: source.id,
      }),
    ),
  ).toMatchObject({ param: 'currency' });
  const transfer = await local.stripe.transfers.create({
    amount: 5_000,
    currency: 'usd',
    destination: account,
    source_transaction: source.id,
  });
  expect(transfer.transfer_group).toBe(`group_${source.payment_intent as string}`);
});

test('without a charge to draw on, only what is available can be transferred', async () => {
  const account = await payee(local);
  await charge(local, 10_000);
  const transfer = (key: string) =>
    local.stripe.transfers.create({ amount: 5_000, currency: 'usd', destination: account }, { idempotencyKey: key });
  expect(await refusal(transfer('a'))).toMatchObject({ code: 'balance_insufficient', statusCode: 400 });
  await charge(local, 10_000, '4000000000000077');
  await passes(5_000);
  expect(await refusal(transfer('a'))).toMatchObject({ code: 'balance_insufficient' });
  expect((await transfer('b')).amount).toBe(5_000);
});

test('money of a card that bypasses pending can be transferred at once', async () => {
  const account = await payee(local);
  await charge(local, 10_000, '4000000000000077');
  await passes(5_000);
  expect(await balance(local)).toEqual({ available: 9_680, pending: 0 });
  expect((await local.stripe.transfers.create({ amount: 5_000, currency: 'usd', destination: account })).amount).toBe(
    5_000,
  );
});

test('an account that may not receive transfers gets none', async () => {
  const source = await charge(local, 10_000);
  const transfer = (destination: string) =>
    local.stripe.transfers.create({ amount: 5_000, currency: 'usd', destination, source_transaction: source.id });
  expect(await refusal(transfer(await newPayee(local)))).toMatchObject({
    code: 'insufficient_capabilities_for_transfer',
  });
  const account = await payee(local);
  await local.control.setAccountStatus(account, 'restricted');
  expect(await refusal(transfer(account))).toMatchObject({ code: 'insufficient_capabilities_for_transfer' });
  await local.control.setAccountStatus(account, 'active');
  expect((await transfer(account)).destination).toBe(account);
});

test('a transfer is reversed in parts, never beyond what is left', async () => {
  const account = await payee(local);
  const source = await charge(local, 10_000);
  const { id } = await local.stripe.transfers.create({
    amount: 8_000,
    currency: 'usd',
    destination: account,
    source_transaction: source.id,
  });
  await local.stripe.transfers.createReversal(id, { amount: 3_000, metadata: { adjustment: '1' } });
  expect(await local.stripe.transfers.retrieve(id)).toMatchObject({
    amount_reversed: 3_000,
    reversed: false,
    reversals: { data: [{ amount: 3_000 }] },
  });
  expect(await refusal(local.stripe.transfers.createReversal(id, { amount: 5_001 }))).toMatchObject({
    param: 'amount',
  });
  await local.stripe.transfers.createReversal(id);
  expect(await local.stripe.transfers.retrieve(id)).toMatchObject({ amount_reversed: 8_000, reversed: true });
  expect(await balance(local, account)).toEqual({ available: 0, pending: 0 });
  await local.control.drain();
  expect(local.hooks.heard.filter(({ type }) => type === 'transfer.reversed')).toHaveLength(2);
});

test('what an account has paid out cannot be taken back', async () => {
  const account = await payee(local);
  const source = await charge(local, 10_000);
  const { id } = await local.stripe.transfers.create({
    amount: 8_000,
    currency: 'usd',
    destination: account,
    source_transaction: source.id,
  });
  await passes(8 * DAY_MS);
  expect(await refusal(local.stripe.transfers.createReversal(id, { amount: 1_000 }))).toMatchObject({
    code: 'balance_insufficient',
  });
});

test('a payout goes from pending to in transit to paid, and its account hears of each', async () => {
  const account = await payee(local);
  const source = await charge(local, 10_000);
  await local.stripe.transfers.create({
    amount: 8_000,
    currency: 'usd',
    destination: account,
    source_transaction: source.id,
  });
  await passes(8 * DAY_MS);
  await local.control.drain();
  const told = local.hooks.heard
    .filter(({ path, type }) => path === '/connect' && type.startsWith('payout.'))
    .map(({ body }) => JSON.parse(body) as { type: string; account: string });
  expect(told.map(({ type }) => type).toSorted()).toEqual([
    'payout.created',
    'payout.paid',
    'payout.reconciliation_completed',
    'payout.updated',
  ]);
  expect(new Set(told.map((event) => event.account))).toEqual(new Set([account]));
});

test('manual payouts leave when asked, as far as the balance goes, and list nothing', async () => {
  const account = await payee(local);
  const on = { stripeAccount: account };
  await local.stripe.balanceSettings.update({ payments: { payouts: { schedule: { interval: 'manual' } } } }, on);
  const source = await charge(local, 10_000);
  await local.stripe.transfers.create({
    amount: 8_000,
    currency: 'usd',
    destination: account,
    source_transaction: source.id,
  });
  await passes(8 * DAY_MS);
  expect(await balance(local, account)).toEqual({ available: 8_000, pending: 0 });
  expect(await refusal(local.stripe.payouts.create({ amount: 8_001, currency: 'usd' }, on))).toMatchObject({
    code: 'balance_insufficient',
  });
  const payout = await local.stripe.payouts.create({ amount: 8_000, currency: 'usd' }, on);
  expect(payout).toMatchObject({ automatic: false, reconciliation_status: 'not_applicable', status: 'pending' });
  expect(await refusal(local.stripe.balanceTransactions.list({ payout: payout.id }, on))).toMatchObject({
    param: 'payout',
  });
  await local.stripe.payouts.cancel(payout.id, {}, on);
  expect(await balance(local, account)).toEqual({ available: 8_000, pending: 0 });
});

test('a payout that fails after it was paid gives the money back, and the next waits for a new bank account', async () => {
  const account = await payee(local);
  const source = await charge(local, 10_000);
  await local.stripe.transfers.create({
    amount: 8_000,
    currency: 'usd',
    destination: account,
    source_transaction: source.id,
  });
  await passes(8 * DAY_MS);
  const [paid] = (await local.stripe.payouts.list({}, { stripeAccount: account })).data;
  expect(paid?.status).toBe('paid');
  await local.control.failPayout(paid?.id ?? '');
  expect(
    await local.stripe.payouts.retrieve(
      paid?.id ?? '',
      { expand: ['failure_balance_transaction'] },
      { stripeAccount: account },
    ),
  ).toMatchObject({
    status: 'failed',
    failure_code: 'account_closed',
    failure_balance_transaction: { type: 'payout_failure', net: 8_000 },
  });
  expect((await local.stripe.accounts.listExternalAccounts(account)).data).toMatchObject([{ status: 'errored' }]);
  await passes(8 * DAY_MS);
  expect(await balance(local, account)).toEqual({ available: 8_000, pending: 0 });
  await local.control.completeOnboarding(account);
  await passes(8 * DAY_MS);
  expect(await balance(local, account)).toEqual({ available: 0, pending: 0 });
});

test('the test bank account that does not exist fails its payout', async () => {
  const account = await payee(local, '000111111116');
  const source = await charge(local, 10_000);
  await local.stripe.transfers.create({
    amount: 8_000,
    currency: 'usd',
    destination: account,
    source_transaction: source.id,
  });
  await passes(8 * DAY_MS);
  expect((await local.stripe.payouts.list({}, { stripeAccount: account })).data).toMatchObject([
    { status: 'failed', failure_code: 'no_account' },
  ]);
});

test('the platform tops up its balance and pays itself out by hand only', async () => {
  await local.stripe.topups.create({ amount: 50_000, currency: 'usd', description: 'float' });
  await passes(30 * DAY_MS);
  expect(await balance(local)).toEqual({ available: 50_000, pending: 0 });
  await local.stripe.payouts.create({ amount: 20_000, currency: 'usd' });
  expect(await balance(local)).toEqual({ available: 30_000, pending: 0 });
});

async function passes(ms: number): Promise<void> {
  const { now } = await local.control.clock();
  await local.control.advanceTo(new Date(now.getTime() + ms));
}
