import { expect, test } from '@jest/globals';
import { Stripe } from 'stripe';

import { charged, localStripe, refusal, savedCard } from './local-stripe.ts';

const local = localStripe();

test('a card that its issuer refuses leaves the intent open, with the refusal on it', async () => {
  const saved = await savedCard(local, '4000000000000341');
  const intent = await local.stripe.paymentIntents.create({ amount: 5_000, currency: 'usd', ...of(saved) });

  const declined = await refusal(local.stripe.paymentIntents.confirm(intent.id, { off_session: true }));

  expect(declined).toBeInstanceOf(Stripe.errors.StripeCardError);
  expect(declined).toMatchObject({
    statusCode: 402,
    code: 'card_declined',
    decline_code: 'generic_decline',
    advice_code: 'try_again_later',
  });
  expect(declined.payment_intent).toMatchObject({ id: intent.id, status: 'requires_payment_method' });
  const after = await local.stripe.paymentIntents.retrieve(intent.id, { expand: ['latest_charge'] });
  expect(after).toMatchObject({
    payment_method: null,
    latest_charge: { status: 'failed', paid: false },
    last_payment_error: { decline_code: 'generic_decline' },
  });
  await local.control.drain();
  expect(local.hooks.heard.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['charge.failed', 'payment_intent.payment_failed']),
  );
});

test.each([
  ['insufficient_funds', 'card_declined', 'try_again_later'],
  ['lost_card', 'card_declined', 'do_not_try_again'],
  ['expired_card', 'expired_card', 'do_not_try_again'],
  ['incorrect_cvc', 'incorrect_cvc', 'confirm_card_data'],
])('a saved card can be made to answer %s, and to work again', async (decline_code, code, advice_code) => {
  const saved = await savedCard(local);
  await local.control.setCardOutcome(saved.card, decline_code);
  expect(await refusal(charged(local, saved, 5_000))).toMatchObject({ code, decline_code, advice_code });
  await local.control.setCardOutcome(saved.card, 'succeeds');
  expect((await charged(local, saved, 5_000)).status).toBe('succeeded');
});

test('one intent is tried again with another card and succeeds once', async () => {
  const saved = await savedCard(local, '4000000000000341');
  const intent = await local.stripe.paymentIntents.create({ amount: 5_000, currency: 'usd', ...of(saved) });
  await refusal(local.stripe.paymentIntents.confirm(intent.id, { off_session: true }));
  const second = await local.stripe.paymentMethods.attach('pm_card_visa', { customer: saved.customer });
  const paid = await local.stripe.paymentIntents.confirm(intent.id, { off_session: true, payment_method: second.id });
  expect(paid.status).toBe('succeeded');
  expect(await refusal(local.stripe.paymentIntents.confirm(intent.id, { off_session: true }))).toMatchObject({
    code: 'payment_intent_unexpected_state',
  });
  expect((await local.stripe.charges.list({ payment_intent: intent.id })).data.map(({ status }) => status)).toEqual([
    'succeeded',
    'failed',
  ]);
});

test('a refused card is not saved', async () => {
  await expect(savedCard(local, '4000000000009995')).rejects.toThrow('insufficient_funds');
});

test('a card that always asks its holder cannot be charged without them', async () => {
  const saved = await savedCard(local, '4000002760003184');
  expect(await refusal(charged(local, saved, 5_000))).toMatchObject({
    code: 'authentication_required',
    decline_code: 'authentication_required',
  });
});

test('a card that was set up with its holder is charged without them', async () => {
  const saved = await savedCard(local, '4000002500003155');
  expect((await charged(local, saved, 5_000)).status).toBe('succeeded');
});

test('with the holder there, the intent asks for them and goes on once they confirm', async () => {
  const saved = await savedCard(local, '4000002760003184');
  const intent = await local.stripe.paymentIntents.create({ amount: 5_000, currency: 'usd', ...of(saved) });
  const asking = await local.stripe.paymentIntents.confirm(intent.id, { return_url: 'http://shop.test/back' });
  expect(asking).toMatchObject({ status: 'requires_action', next_action: { type: 'redirect_to_url' } });

  const bank = asking.next_action?.redirect_to_url?.url ?? '';
  expect(await (await fetch(bank)).text()).toContain('$50.00');
  const back = await fetch(bank, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ answer: 'confirm' }),
  });

  expect(back.headers.get('location')).toMatch(
    /^http:\/\/shop\.test\/back\?payment_intent=pi_.*redirect_status=succeeded$/,
  );
  expect((await local.stripe.paymentIntents.retrieve(intent.id)).status).toBe('succeeded');
});

test('a holder who refuses leaves the intent open', async () => {
  const saved = await savedCard(local, '4000002760003184');
  const intent = await local.stripe.paymentIntents.create({ amount: 5_000, currency: 'usd', ...of(saved) });
  const asking = await local.stripe.paymentIntents.confirm(intent.id, { return_url: 'http://shop.test/back' });
  const bank = asking.next_action?.redirect_to_url?.url ?? '';
  const back = await fetch(bank, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ answer: 'refuse' }),
  });
  expect(back.headers.get('location')).toContain('redirect_status=failed');
  expect(await local.stripe.paymentIntents.retrieve(intent.id)).toMatchObject({
    status: 'requires_payment_method',
    last_payment_error: { code: 'payment_intent_authentication_failure' },
  });
});

test('a detached card is never used again', async () => {
  const saved = await savedCard(local);
  await local.stripe.paymentMethods.detach(saved.card);
  expect((await local.stripe.customers.listPaymentMethods(saved.customer)).data).toEqual([]);
  expect(await refusal(local.stripe.paymentMethods.attach(saved.card, { customer: saved.customer }))).toMatchObject({
    statusCode: 400,
  });
  expect(await refusal(charged(local, saved, 5_000))).toMatchObject({ param: 'payment_method' });
});

test('a deleted customer is gone, and the card with them', async () => {
  const saved = await savedCard(local);
  expect(await local.stripe.customers.del(saved.customer)).toMatchObject({ deleted: true });
  expect(await local.stripe.customers.retrieve(saved.customer)).toMatchObject({ deleted: true });
  expect((await local.stripe.customers.list()).data).toEqual([]);
  expect(await refusal(charged(local, saved, 5_000))).toMatchObject({ code: 'resource_missing', param: 'customer' });
});

test('an intent that was canceled cannot be paid, and one that waits takes a smaller amount', async () => {
  const saved = await savedCard(local);
  const intent = await local.stripe.paymentIntents.create({ amount: 5_000, currency: 'usd', ...of(saved) });
  expect((await local.stripe.paymentIntents.update(intent.id, { amount: 4_000 })).amount).toBe(4_000);
  await local.stripe.paymentIntents.cancel(intent.id, { cancellation_reason: 'abandoned' });
  expect(await refusal(local.stripe.paymentIntents.confirm(intent.id))).toMatchObject({
    code: 'payment_intent_unexpected_state',
  });
});

test('less than fifty cents cannot be charged', async () => {
  expect(await refusal(local.stripe.paymentIntents.create({ amount: 49, currency: 'usd' }))).toMatchObject({
    code: 'amount_too_small',
    param: 'amount',
  });
});

function of({ customer, card }: { customer: string; card: string }) {
  return { customer, payment_method: card, allowed_payment_method_types: ['card' as const] };
}
