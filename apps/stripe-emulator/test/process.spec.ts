import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { Stripe } from 'stripe';

import { StripeControl } from '../src/index.ts';

jest.setTimeout(60_000);

let folder: string;
let started: ChildProcess[];

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'local-stripe-'));
  started = [];
});

afterEach(() => {
  started.forEach((child) => child.kill('SIGKILL'));
  rmSync(folder, { recursive: true });
});

test('killed between two requests it has lost nothing', async () => {
  const first = await start();
  const made = await first.stripe.customers.create({ email: 'a@example.com' }, { idempotencyKey: 'cust:1' });
  first.child.kill('SIGKILL');
  await once(first.child, 'exit');

  const second = await start();
  expect((await second.stripe.customers.create({ email: 'a@example.com' }, { idempotencyKey: 'cust:1' })).id).toBe(
    made.id,
  );
  expect(await second.control.clock()).toMatchObject({ now: new Date('2026-03-02T12:00:00Z'), mode: 'frozen' });
});

test.each(['SIGTERM', 'SIGINT'] as const)('it ends clean on %s', async (signal) => {
  const { child } = await start();
  child.kill(signal);
  expect(await once(child, 'exit')).toEqual([0, null]);
});

test('it ends with its parent', async () => {
  const { child } = await start();
  child.disconnect();
  expect(await once(child, 'exit')).toEqual([0, null]);
});

test('on the system clock a charge settles by itself', async () => {
  const { stripe, control } = await start({ STRIPE_EMULATOR_CLOCK: 'real' });
  const { id: customer } = await stripe.customers.create({});
  const card = await stripe.paymentMethods.attach('pm_card_visa', { customer });
  const paid = await stripe.paymentIntents.create({
    amount: 5_000,
    currency: 'usd',
    customer,
    payment_method: card.id,
    confirm: true,
    off_session: true,
  });
  while ((await stripe.charges.retrieve(paid.latest_charge as string)).balance_transaction === null);
  expect(await control.balances()).toMatchObject([{ pending: 4_825 }]);
});

interface Running {
  child: ChildProcess;
  stripe: Stripe;
  control: StripeControl;
}

async function start(more: Record<string, string> = {}): Promise<Running> {
  const child = fork(path.join(import.meta.dirname, '../src/main.ts'), {
    silent: true,
    execArgv: [],
    env: {
      PATH: process.env['PATH'],
      STRIPE_EMULATOR_FILE: path.join(folder, 'stripe.sqlite'),
      STRIPE_EMULATOR_TOKEN: 'token',
      STRIPE_EMULATOR_CLOCK: '2026-03-02T12:00:00Z',
      ...more,
    },
  });
  started.push(child);
  const [line] = (await once(child.stdout ?? child, 'data')) as [Buffer];
  const url = /http:\/\/\S+/.exec(line.toString('utf8'))?.[0] ?? '';
  const { hostname, port } = new URL(url);
  const stripe = new Stripe('sk_test_of_a_spec', {
    host: hostname,
    port: Number(port),
    protocol: 'http',
    telemetry: false,
  });
  return { child, stripe, control: new StripeControl(url, 'token') };
}
