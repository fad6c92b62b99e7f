import { GiveBack, ListRefunds, RefreshRefunds, SendRefunds } from '@app/billing';
import type { Staff } from '@app/kernel';

import { Payday } from '../../../test/support/payday.ts';
import { MirrorBalance } from './index.ts';
import { Reconciliations } from './reconciliations.repository.ts';

const WHOLE = 40_70; // two hours at $18.50, and the fee

let payday: Payday;
let staff: Staff;

beforeAll(async () => {
  payday = await Payday.start();
}, 60_000);
afterAll(() => payday.stop());

/** Paid and available; Stripe has kept its fee, so that the balance is less than what the client paid. */
beforeEach(async () => {
  await payday.reset();
  staff = { kind: 'staff', userId: (await payday.platform.arrange.account()).userId };
  await payday.earns(await payday.assistant(), [[await payday.client(), 2]]);
  await payday.passes(4);
  await get(MirrorBalance).run(payday.now);
});

const get: Payday['platform']['get'] = (token) => payday.platform.get(token);
const refund = async () =>
  (await payday.rows<object>(`select state, waits_for as "waitsFor", failure, attempt from refund`))[0];

async function givesAllBack(): Promise<void> {
  const [line] = await payday.rows<{ id: string }>('select id from invoice_line');
  const cause = { kind: 'dispute', id: '00000000-0000-7000-8000-00000000d15b' } as const;
  const what = { lineId: line?.id ?? '', cause, carriedBy: 'assistant', reasonCode: 'not_worked' } as const;
  await payday.platform.db.transaction((tx) => get(GiveBack).run(tx, what, payday.now));
}

async function passes(days: number): Promise<void> {
  await payday.passes(days);
  await get(SendRefunds).run();
  await get(RefreshRefunds).run(payday.now);
  await get(MirrorBalance).run(payday.now);
}

test('a refund larger than the balance waits at Stripe, staff see it, nothing else stops, and it arrives once there is enough', async () => {
  await givesAllBack();
  await get(SendRefunds).run();
  expect(await refund()).toMatchObject({ state: 'sent', waitsFor: 'balance' });
  expect(await get(ListRefunds).stuck(staff)).toMatchObject([
    { state: 'sent', waitsFor: 'balance', amountCents: WHOLE, mayResolve: false },
  ]);

  await passes(4);
  expect(await get(ListRefunds).stuck(staff)).toHaveLength(1);
  expect(await payday.violations()).toEqual({});
  expect(await get(Reconciliations).stopReleases(payday.now)).toBe(false);

  await payday.stripe.control.topUp(10_00);
  await passes(4);
  expect(await refund()).toMatchObject({ state: 'arrived', waitsFor: null });
  expect(await get(ListRefunds).stuck(staff)).toEqual([]);
  expect(await payday.violations()).toEqual({});
});

test('one that Stripe refuses for want of balance is seen too, and tried again by itself', async () => {
  await givesAllBack();
  // What the local Stripe never says, and Stripe does to some accounts.
  await payday.rows(`update refund set state = 'sending', attempt = 1, claimed_at = $1`, [payday.now]);
  await payday.rows(`update refund set state = 'refused', failure = 'balance_insufficient', state_at = $1`, [
    payday.now,
  ]);
  expect(await refund()).toMatchObject({ state: 'refused', failure: 'balance_insufficient' });
  expect(await get(ListRefunds).stuck(staff)).toMatchObject([
    { state: 'refused', failure: 'balance_insufficient', mayResolve: true },
  ]);

  await payday.stripe.control.topUp(10_00);
  await passes(4);
  await passes(0.1);
  expect(await refund()).toMatchObject({ state: 'arrived', attempt: 2 });
});
