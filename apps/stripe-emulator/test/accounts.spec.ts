import { expect, test } from '@jest/globals';

import { charge, localStripe, newPayee, payee, refusal } from './local-stripe.ts';

const local = localStripe();
const EVERYTHING = [
  'configuration.recipient' as const,
  'requirements' as const,
  'identity' as const,
  'defaults' as const,
];

test('what is not included is null, so that a healthy account looks broken to who forgets', async () => {
  const account = await payee(local);
  expect(await local.stripe.v2.core.accounts.retrieve(account)).toMatchObject({
    configuration: null,
    requirements: null,
    identity: null,
  });
  expect(await local.stripe.v2.core.accounts.retrieve(account, { include: EVERYTHING })).toMatchObject({
    configuration: { recipient: { capabilities: { stripe_balance: { stripe_transfers: { status: 'active' } } } } },
    requirements: { entries: [] },
    identity: { country: 'pt' },
  });
});

test('a new account is restricted until it has said who it is', async () => {
  const account = await newPayee(local);
  const { configuration, requirements } = await local.stripe.v2.core.accounts.retrieve(account, {
    include: EVERYTHING,
  });
  expect(configuration?.recipient?.capabilities?.stripe_balance?.stripe_transfers?.status).toBe('restricted');
  expect(requirements?.entries?.length).toBeGreaterThan(0);
  expect(await local.stripe.accounts.retrieve(account)).toMatchObject({
    payouts_enabled: false,
    details_submitted: false,
    capabilities: { transfers: 'inactive' },
  });
});

test('version 1 shows an onboarded account with its bank account and lets it into its dashboard', async () => {
  const account = await payee(local);
  expect(await local.stripe.accounts.retrieve(account)).toMatchObject({
    payouts_enabled: true,
    country: 'PT',
    external_accounts: { data: [{ last4: '6789' }] },
  });
  const { url } = await local.stripe.accounts.createLoginLink(account);
  expect(await (await fetch(url)).text()).toContain('Your earnings');
});

test('a country that cannot be paid and a new version 1 account are refused', async () => {
  const create = (country: string) => local.stripe.v2.core.accounts.create({ identity: { country } });
  expect(await refusal(create('ph'))).toMatchObject({ param: 'identity.country' });
  expect(await refusal(local.stripe.accounts.create({ country: 'US' }))).toMatchObject({
    statusCode: 400,
    message: expect.stringContaining('/v2/core/accounts'),
  });
});

test('thin events tell what changed about an account, and its object is fetched through them', async () => {
  const account = await payee(local);
  await local.control.setAccountStatus(account, 'restricted', 'requirements_past_due');
  await local.control.drain();
  const thin = local.hooks.heard.filter(({ path }) => path === '/thin');
  expect(new Set(thin.map(({ type }) => type))).toEqual(
    new Set([
      'v2.core.account.created',
      'v2.core.account[identity].updated',
      'v2.core.account[requirements].updated',
      'v2.core.account[configuration.recipient].capability_status_updated',
    ]),
  );
  const last = thin.at(-1);
  const notification = local.stripe.parseEventNotification(last?.body ?? '', last?.signature ?? '', 'whsec_thin');
  if (notification.type !== 'v2.core.account[configuration.recipient].capability_status_updated')
    throw new Error(notification.type);
  expect(await notification.fetchRelatedObject()).toMatchObject({ id: account, configuration: null });
  expect(await notification.fetchEvent()).toMatchObject({
    data: { updated_capability: expect.stringMatching(/^stripe_balance\./) },
  });
});

test('an account is closed only when nothing is left in it', async () => {
  const account = await payee(local);
  const source = await charge(local, 10_000);
  await local.stripe.transfers.create({
    amount: 5_000,
    currency: 'usd',
    destination: account,
    source_transaction: source.id,
  });
  expect(await refusal(local.stripe.v2.core.accounts.close(account))).toMatchObject({
    code: 'account_balance_not_zero',
  });
  const { now } = await local.control.clock();
  await local.control.advanceTo(new Date(now.getTime() + 8 * 86_400_000));
  expect(await local.stripe.v2.core.accounts.close(account)).toMatchObject({ closed: true });
});

test('accounts are listed newest first, page by page', async () => {
  const made = [await newPayee(local), await newPayee(local), await newPayee(local)];
  const listed = [];
  for await (const account of local.stripe.v2.core.accounts.list({ limit: 2 })) listed.push(account.id);
  expect(listed).toEqual(made.toReversed());
});
