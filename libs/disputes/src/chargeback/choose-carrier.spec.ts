import { GiveBack, ReleaseEarnings } from '@app/billing';
import type { Staff, User } from '@app/kernel';
import { MirrorBalance, SendReversals, SendTransfers } from '@app/payouts';
import { StripeGateway } from '@app/stripe';

import { type Client, Payday } from '../../../../test/support/payday.ts';
import { chargebacksEntities, ChargebacksModule } from './chargebacks.module.ts';
import { ChooseCarrier } from './choose-carrier.ts';
import { ObserveChargeback } from './observe-chargeback.ts';
import { SettleChargebacks } from './settle-chargebacks.ts';

const WHY = 'Nobody has ever seen the work of these hours';
const TWO_HOURS = 37_00;

let payday: Payday;
let greta: Staff;
let beatriz: User;
let client: Client;

beforeAll(async () => {
  payday = await Payday.start({ imports: [ChargebacksModule], entities: chargebacksEntities });
}, 120_000);
afterAll(() => payday.stop());
beforeEach(async () => {
  await payday.reset();
  await payday.stripe.control.topUp(500_00); // What a bank takes back is the platform's to carry meanwhile.
  greta = { kind: 'staff', userId: (await payday.assistant()).userId };
  beatriz = await payday.assistant();
  client = await payday.client();
  await payday.earns(beatriz, [[client, 2]]);
  await payday.platform.get(MirrorBalance).run(payday.now);
});
afterEach(async () => {
  await settled();
  expect(await payday.violations()).toEqual({});
  const { available, pending } = await payday.platform.get(StripeGateway).readBalance();
  expect(await inAccount('stripe_balance')).toBe(available.plus(pending).cents);
});

const get: Payday['platform']['get'] = (token) => payday.platform.get(token);
const inAccount = async (account: string): Promise<number> => {
  const sum = `select coalesce(sum(amount_cents), 0)::int as cents from posting where account = $1`;
  return (await payday.rows<{ cents: number }>(sum, [account]))[0]?.cents ?? 0;
};
const earnings = () =>
  payday.rows<object>(
    `select state, amount_cents::int as cents, live_holds as holds from earning order by amount_cents desc, id`,
  );

async function charged(amount?: number): Promise<string> {
  const [invoice] = await payday.rows<{ charge: string }>(`select charge_id as charge from invoice`);
  const { id } = await payday.stripe.control.dispute(invoice?.charge ?? '', amount === undefined ? {} : { amount });
  await get(ObserveChargeback).run(id);
  return id;
}

async function carriedBy(who: 'assistant' | 'platform'): Promise<void> {
  const [chargeback] = await payday.rows<{ id: string }>(`select id from chargeback`);
  await get(ChooseCarrier).run(greta, chargeback?.id ?? '', who, WHY);
}

async function lost(id: string): Promise<void> {
  await payday.stripe.control.loseDispute(id);
  await get(ObserveChargeback).run(id);
  await settled();
}

async function wonLate(id: string): Promise<void> {
  await payday.stripe.control.winDispute(id);
  await get(ObserveChargeback).run(id);
  await settled();
}

/** What the worker does until nothing is left to do. */
async function settled(): Promise<void> {
  await payday.passes(0.1);
  await get(MirrorBalance).run(payday.now);
  await get(SettleChargebacks).run();
  await get(SendReversals).run();
  await payday.passes(0.1);
  await get(MirrorBalance).run(payday.now);
}

async function sent(): Promise<void> {
  await payday.onboard(beatriz);
  await payday.untilDue();
  await get(SendTransfers).run(payday.now);
  await settled();
}

test('held when it is lost: the hours are unpaid, Kontor loses only its fee, and a late win pays them', async () => {
  const id = await charged();
  await carriedBy('assistant');
  await lost(id);

  expect(await earnings()).toEqual([{ state: 'unpaid', cents: TWO_HOURS, holds: 0 }]);
  expect([await inAccount('platform_losses'), await inAccount('service_fee')]).toEqual([0, 0]);
  expect(await payday.violations()).toEqual({});

  await wonLate(id);
  expect(await earnings()).toEqual([{ state: 'held', cents: TWO_HOURS, holds: 0 }]);
  await sent();
  expect(await earnings()).toEqual([{ state: 'sent', cents: TWO_HOURS, holds: 0 }]);
});

test('what the bank has taken is not given back once more, and is again after a late win', async () => {
  const [line] = await payday.rows<{ id: string }>(`select id from invoice_line`);
  const givesBack = () =>
    payday.platform.db.transaction((tx) =>
      get(GiveBack).run(
        tx,
        {
          ...{ lineId: line?.id ?? '', seconds: 3_600, cause: { kind: 'staff', id: greta.userId } },
          ...{ carriedBy: 'platform', reasonCode: 'goodwill' },
        },
        payday.now,
      ),
    );
  const id = await charged();
  await lost(id);
  await expect(givesBack()).rejects.toMatchObject({ code: 'taken_by_bank' });
  await wonLate(id);
  expect(await givesBack()).toMatchObject({ how: 'refund' });
});

test('a part of it: whole minutes are unpaid, and what is less than a minute is Kontor’s', async () => {
  const id = await charged(20_00);
  await carriedBy('assistant');
  await lost(id);

  const [rest, unpaid] = (await earnings()) as { state: string; cents: number }[];
  expect([rest, unpaid]).toMatchObject([{ state: 'held' }, { state: 'unpaid' }]);
  const losses = await inAccount('platform_losses');
  expect((unpaid?.cents ?? 0) + losses).toBe(18_18);
  expect(losses).toBeLessThan(31); // a minute at $18.50 an hour
  await wonLate(id);
  expect(await inAccount('platform_losses')).toBe(0);
});

test('sent when it is lost: it is owed, taken back from the balance, and paid anew when it is won late', async () => {
  await sent();
  const id = await charged();
  await carriedBy('assistant');
  await lost(id);

  const debts = `select reversed_cents::int as taken, closed_at is not null as closed from assistant_debt`;
  expect(await payday.rows(debts)).toEqual([{ taken: TWO_HOURS, closed: true }]);
  expect(await earnings()).toEqual([{ state: 'reversed', cents: TWO_HOURS, holds: 0 }]);
  expect(await inAccount('platform_losses')).toBe(0);

  await wonLate(id);
  await get(ReleaseEarnings).run(payday.now);
  await get(SendTransfers).run(payday.now);
  expect(await earnings()).toEqual([
    { state: 'reversed', cents: TWO_HOURS, holds: 0 },
    { state: 'sent', cents: TWO_HOURS, holds: 0 },
  ]);
  expect(await payday.transferredAtStripe()).toEqual([TWO_HOURS, TWO_HOURS]);
});

test('released and not sent: a quarter of later transfers pays it, and a late win returns that and forgives the rest', async () => {
  await payday.untilDue();
  const id = await charged();
  await carriedBy('assistant');
  await lost(id);
  await payday.onboard(beatriz);
  await get(SendTransfers).run(payday.now);
  const debts = `select recovered_cents::int as taken, written_off_cents::int as forgiven from assistant_debt`;
  expect(await payday.rows(debts)).toEqual([{ taken: 9_25, forgiven: 0 }]);
  expect(await payday.transferredAtStripe()).toEqual([TWO_HOURS - 9_25]);

  await wonLate(id);
  await get(ReleaseEarnings).run(payday.now);
  await get(SendTransfers).run(payday.now);
  expect(await payday.rows(debts)).toEqual([{ taken: 9_25, forgiven: TWO_HOURS - 9_25 }]);
  expect((await payday.transferredAtStripe()).reduce((sum, cents) => sum + cents, 0)).toBe(TWO_HOURS);
  expect(await inAccount('assistant_debt')).toBe(0);
});

test('lost already: what Kontor bore is the assistant’s from then on, and Kontor’s again when staff think better of it', async () => {
  const id = await charged();
  await lost(id);
  expect(await inAccount('platform_losses')).toBe(TWO_HOURS);

  await carriedBy('assistant');
  expect(await inAccount('platform_losses')).toBe(0);
  expect(await earnings()).toEqual([{ state: 'unpaid', cents: TWO_HOURS, holds: 0 }]);

  await carriedBy('platform');
  expect(await inAccount('platform_losses')).toBe(TWO_HOURS);
  expect(await earnings()).toEqual([{ state: 'held', cents: TWO_HOURS, holds: 0 }]);
  const audited = `select "before" ->> 'carriedBy' as was, "after" ->> 'carriedBy' as is, reason from audit_entry order by id`;
  expect(await payday.rows(audited)).toEqual([
    { was: 'platform', is: 'assistant', reason: WHY },
    { was: 'assistant', is: 'platform', reason: WHY },
  ]);
});

test('won in time it moves nothing, and afterwards there is nothing to carry', async () => {
  const id = await charged();
  await carriedBy('assistant');
  await wonLate(id);
  expect(await earnings()).toEqual([{ state: 'held', cents: TWO_HOURS, holds: 0 }]);
  expect(await inAccount('chargeback_held')).toBe(0);
  await expect(carriedBy('platform')).rejects.toMatchObject({ code: 'chargeback_settled' });
});

test('nobody decides about a chargeback of a client for whom they work', async () => {
  await charged();
  greta = { kind: 'staff', userId: beatriz.userId };
  await expect(carriedBy('platform')).rejects.toMatchObject({ code: 'barred_from_deciding' });
});
