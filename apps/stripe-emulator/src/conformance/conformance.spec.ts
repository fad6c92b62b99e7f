import { expect, jest, test } from '@jest/globals';

import { Conformance } from './conformance.ts';

// The first one after an installation makes the schema.
jest.setTimeout(60_000);

const conformance = Conformance.load();
const deletedEndpoint = { id: 'we_1', object: 'webhook_endpoint', deleted: true };
const deletion = ['DELETE', '/v1/webhook_endpoints/{webhook_endpoint}'] as const;

test('an answer that fits the types of the SDK passes', () => {
  expect(conformance.response(...deletion, deletedEndpoint)).toBeNull();
});

test.each([
  ['lacks a field', { id: 'we_1', object: 'webhook_endpoint' }, 'deleted is missing'],
  ['has one too many', { ...deletedEndpoint, colour: 'red' }, 'colour is unknown'],
  ['has one of the wrong type', { ...deletedEndpoint, id: 7 }, 'id must be string'],
  [
    'has a value that is not one of those known',
    { ...deletedEndpoint, object: 'endpoint' },
    'object must be one of webhook_endpoint',
  ],
])('an answer that %s is caught', (_what, answer, problem) => {
  expect(conformance.response(...deletion, answer)).toBe(problem);
});

test('an event carries what its type says, and only events that Stripe has exist', () => {
  const event = {
    id: 'evt_1',
    object: 'event',
    api_version: conformance.version,
    created: 1,
    livemode: false,
    pending_webhooks: 0,
    request: null,
    type: 'customer.created',
    data: { object: { id: 'cus_1', object: 'customer' } },
  };
  expect(conformance.snapshotEvent(event)).toContain('balance is missing');
  expect(conformance.snapshotEvent({ ...event, type: 'transfer.paid' })).toContain('transfer.paid');
  expect(conformance.thinEvent({ type: 'v2.core.account.painted' })).toContain('painted');
});

test('what forms carry as text gets its type', () => {
  const sent = { amount: '500', currency: 'usd', confirm: 'true', off_session: 'true', metadata: { a: '1' } };
  const { params, misfit } = conformance.request('POST', '/v1/payment_intents', sent);
  expect(misfit).toBeNull();
  expect(params).toEqual({ amount: 500, currency: 'usd', confirm: true, off_session: true, metadata: { a: '1' } });
});

test('the parameter at fault is named as Stripe names it', () => {
  const sent = { amount: '500', currency: 'usd', payment_method_options: { card: { colour: 'red' } } };
  const { misfit } = conformance.request('POST', '/v1/payment_intents', sent);
  expect(misfit).toMatchObject({ code: 'parameter_unknown', param: 'payment_method_options[card][colour]' });
});
