import {
  ApplyWaitingGiveBacks,
  CancelPayments,
  ChargeInvoices,
  GiveBack,
  InvoiceWeeks,
  ListRefunds,
  RefreshRefunds,
  ReleaseEarnings,
  ResolveRefund,
  SendRefunds,
  SetAside,
  type WhatGoesBack,
} from '@app/billing';
import type { Staff, User } from '@app/kernel';

import { type Client, Payday } from '../../../test/support/payday.ts';
import { DescribeDebts, MirrorBalance, SendReversals, SendTransfers, SettleDebt } from './index.ts';

let payday: Payday;

beforeAll(async () => {
  payday = await Payday.start();
}, 60_000);
afterAll(() => payday.stop());
beforeEach(() => payday.reset());

const CAUSE = { kind: 'dispute', id: '00000000-0000-7000-8000-00000000d15b' } as const;
const HOUR = 3_600;
/** A member of staff who works for the client, or belongs to it. */
const PARTY = { code: 'party_to_it' };
const get: Payday['platform']['get'] = (token) => payday.platform.get(token);
const rows = <Row extends object>(sql: string) => payday.rows<Row>(sql);

const lineOf = async (client: Client): Promise<string> =>
  (await payday.rows<{ id: string }>('select id from invoice_line where client_id = $1', [client.clientId]))[0]!.id;

const giveBack = async (client: Client, seconds: number, over: Partial<WhatGoesBack> = {}) => {
  const lineId = await lineOf(client);
  const what = { seconds, cause: CAUSE, carriedBy: 'assistant' as const, reasonCode: 'not_worked', ...over };
  return payday.platform.db.transaction((tx) => get(GiveBack).run(tx, { ...what, lineId }, payday.now));
};

/** What the worker does until nothing is left to do. */
async function sweep(): Promise<void> {
  await get(ApplyWaitingGiveBacks).run(payday.now);
  await get(CancelPayments).run(payday.now);
  await get(SendTransfers).run(payday.now);
  await get(SendReversals).run();
  await get(SendRefunds).run();
  await payday.passes(0.1);
  await get(RefreshRefunds).run(payday.now);
  await get(MirrorBalance).run(payday.now);
}

const platformHolds = async () =>
  (
    await rows<{ cents: number }>(
      `select sum(amount_cents)::int as cents from posting where account = 'stripe_balance'`,
    )
  )[0]!.cents;
const inAccount = async (account: string) =>
  (
    await rows<{ cents: number }>(
      `select coalesce(sum(amount_cents), 0)::int as cents from posting where account = '${account}'`,
    )
  )[0]!.cents;
const refunds = () => rows<object>('select state, amount_cents::int as cents from refund order by created_at, id');

/** Straight to the local Stripe, past Kontor: what happens there by other hands. */
async function atStripe(path: string, form: Record<string, string>, account?: string): Promise<void> {
  const { STRIPE_SECRET_KEY: key, STRIPE_API_URL: url } = payday.platform.config.env;
  const answer = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, ...(account === undefined ? {} : { 'stripe-account': account }) },
    body: new URLSearchParams(form),
  });
  if (!answer.ok) throw new Error(await answer.text());
}

/** Fifteen hours at $18.50, paid by the client's card. */
async function fifteenHours(assistant: User): Promise<Client> {
  const client = await payday.client();
  await payday.earns(assistant, [[client, 15]]);
  return client;
}

async function payee(): Promise<User> {
  const assistant = await payday.assistant();
  await payday.onboard(assistant);
  return assistant;
}

/** A member of staff, as the guard lets them in. */
async function staff(): Promise<Staff> {
  const { userId } = await payday.platform.arrange.account();
  return { kind: 'staff', userId };
}

describe('week A: two hours go back before they are released', () => {
  test('they are refunded with their fee, and the rest is paid', async () => {
    const client = await fifteenHours(await payee());
    const went = await giveBack(client, 2 * HOUR);
    expect(went).toMatchObject({ amount: { cents: 37_00 }, fee: { cents: 3_70 }, how: 'refund' });
    await sweep();
    expect(await platformHolds()).toBe(255_40);
    await payday.untilDue();
    await sweep();
    expect(await payday.transferredAtStripe()).toEqual([240_50]);
    expect(await refunds()).toEqual([{ state: 'arrived', cents: 40_70 }]);
    expect(await platformHolds()).toBe(14_90);
    expect(await payday.violations()).toEqual({});
  });
});

/** Paid, released and sent, and all but so much of it at the assistant's bank. */
async function sentAndSpent(assistant: User, left: number): Promise<Client> {
  const client = await fifteenHours(assistant);
  await payday.untilDue();
  await get(SendTransfers).run(payday.now);
  const account = await payday.accountOf(assistant);
  if (left < 277_50) await atStripe('/v1/payouts', { amount: String(277_50 - left), currency: 'usd' }, account);
  return client;
}

describe('week B: the same after they were sent, and the assistant has 22.00 left', () => {
  test('the client is refunded, and the rest is kept back of what is earned later', async () => {
    await atStripe('/v1/topups', { amount: String(100_00), currency: 'usd' });
    const assistant = await payee();
    const client = await sentAndSpent(assistant, 22_00);
    await sweep();
    expect(await platformHolds()).toBe(118_60);

    await giveBack(client, 2 * HOUR);
    await sweep();
    expect(await inAccount('assistant_debt')).toBe(15_00);
    expect(await refunds()).toEqual([{ state: 'arrived', cents: 40_70 }]);
    expect(await platformHolds()).toBe(99_90);
    expect(await payday.violations()).toEqual({});
    expect(await rows('select state from earning')).toEqual([{ state: 'part_reversed' }]);
    expect(await get(DescribeDebts).list(assistant)).toMatchObject([
      {
        amountCents: 37_00,
        reversedCents: 22_00,
        leftCents: 15_00,
        causeKind: 'dispute',
        taken: [{ amountCents: 22_00, by: 'reversal' }],
      },
    ]);

    await payday.earns(assistant, [[await payday.client('Harbor Books'), 2]]); // 37.00, of which 9.25 are kept back
    await payday.untilDue();
    await sweep();
    expect(await inAccount('assistant_debt')).toBe(5_75);
    await payday.earns(assistant, [[await payday.client('Nordlys'), 2]]);
    await payday.untilDue();
    await sweep();
    expect(await inAccount('assistant_debt')).toBe(0);
    expect(await payday.transferredAtStripe()).toEqual([277_50, 27_75, 31_25]);
    expect(await payday.violations()).toEqual({});
  });
});

test('money that is on its way to the assistant still goes back as it came', async () => {
  const assistant = await payee();
  const client = await payday.client();
  await payday.earns(assistant, [[client, 15]]);
  await rows(`update earning set review_ended_at = paid_at, releases_at = paid_at`); // a trusted client approves at once
  await get(ReleaseEarnings).run(payday.now);
  await get(SendTransfers).run(payday.now);
  await get(MirrorBalance).run(payday.now);
  await giveBack(client, 15 * HOUR);
  await sweep();
  expect(await inAccount('assistant_debt')).toBe(0);
  expect(await rows('select state from earning')).toEqual([{ state: 'reversed' }]);
  expect(await payday.violations()).toEqual({});
});

describe('before the card is charged', () => {
  /** Issued, and not charged yet. */
  async function issued(hours: number): Promise<Client> {
    const client = await payday.client();
    const assistant = await payee();
    const from = new Date(payday.now.getTime() - 6 * 86_400_000);
    const contractId = await payday.platform.arrange.contract({ client, assistant, startedAt: from });
    await payday.platform.arrange.week({ contractId, from, seconds: [hours * HOUR] });
    await get(InvoiceWeeks).run(payday.now);
    return client;
  }
  const invoice = async () =>
    (await rows<object>('select state, total_cents::int as total, credited_cents::int as credited from invoice'))[0];

  test('a part is a credit note, and less is charged', async () => {
    const client = await issued(15);
    expect(await giveBack(client, 2 * HOUR)).toMatchObject({ how: 'credit_note' });
    await get(ChargeInvoices).run(payday.now);
    await sweep();
    expect(await invoice()).toEqual({ state: 'paid', total: 305_25, credited: 40_70 });
    expect(await refunds()).toEqual([]);
    await payday.untilDue();
    await sweep();
    expect(await payday.transferredAtStripe()).toEqual([240_50]);
    expect(await payday.violations()).toEqual({});
  });

  test('all of it voids the invoice', async () => {
    const client = await issued(2);
    await giveBack(client, 2 * HOUR);
    expect(await get(ChargeInvoices).run(payday.now)).toBe(0);
    expect(await invoice()).toEqual({ state: 'void', total: 40_70, credited: 40_70 });
    expect(await payday.violations()).toEqual({});
  });

  test('after a declined charge the payment asks for less, and when nothing is left it is cancelled', async () => {
    const client = await issued(2);
    const [card] = await rows<{ id: string }>('select payment_method_id as id from saved_card');
    await payday.stripe.control.setCardOutcome(card!.id, 'insufficient_funds');
    await get(ChargeInvoices).run(payday.now);
    await giveBack(client, HOUR);
    await payday.passes(1.1);
    await payday.stripe.control.setCardOutcome(card!.id, 'insufficient_funds');
    await get(ChargeInvoices).run(payday.now);
    expect(await rows(`select intent_cents::int as asks from invoice`)).toEqual([{ asks: 20_35 }]);
    await giveBack(client, HOUR);
    await sweep();
    expect(await rows(`select state, intent_canceled_at is not null as cancelled from invoice`)).toEqual([
      { state: 'void', cancelled: true },
    ]);
    expect(await payday.violations()).toEqual({});
  });

  test('while it is being charged the decision waits, and becomes a refund', async () => {
    const client = await issued(15);
    await rows(`update invoice set state = 'charging', next_attempt_at = null`);
    expect(await giveBack(client, 2 * HOUR)).toMatchObject({ how: 'after_charge' });
    expect(await get(ApplyWaitingGiveBacks).run(payday.now)).toBe(0);
    await rows(`update invoice set state = 'past_due', next_attempt_at = issued_at`);
    await get(ChargeInvoices).run(payday.now);
    await sweep();
    expect(await refunds()).toEqual([{ state: 'arrived', cents: 40_70 }]);
    expect(await payday.violations()).toEqual({});
  });

  test('too little left to be charged is paid by the platform', async () => {
    const client = await issued(1);
    await giveBack(client, HOUR - 60); // 0.31 and a fee of 0.03 are left
    expect(await invoice()).toEqual({ state: 'void', total: 20_35, credited: 20_01 });
    expect(await inAccount('platform_losses')).toBe(34);
    await sweep();
    await payday.untilDue();
    await sweep();
    expect(await payday.violations()).toEqual({});
  });
});

test('a disputed part is held while the rest is paid, and paid itself when it is let go', async () => {
  const assistant = await payee();
  const client = await fifteenHours(assistant);
  const lineId = await lineOf(client);
  const part = await payday.platform.db.transaction((tx) =>
    get(SetAside).part(tx, { lineId, seconds: 2 * HOUR, cause: CAUSE }, payday.now),
  );
  await payday.untilDue();
  await sweep();
  expect(await payday.transferredAtStripe()).toEqual([240_50]);
  await payday.platform.db.transaction((tx) =>
    get(SetAside).letGo(tx, { earningId: part.earningId, cause: CAUSE }, payday.now),
  );
  await payday.untilDue();
  await sweep();
  expect(await payday.transferredAtStripe()).toEqual([240_50, 37_00]);
  expect(await payday.violations()).toEqual({});
});

test('what the platform bears is refunded, and the assistant is paid in full', async () => {
  await atStripe('/v1/topups', { amount: String(100_00), currency: 'usd' });
  const client = await fifteenHours(await payee());
  await giveBack(client, 2 * HOUR, { carriedBy: 'platform' });
  await sweep();
  await payday.untilDue();
  await sweep();
  expect((await payday.transferredAtStripe()).reduce((sum, cents) => sum + cents, 0)).toBe(277_50);
  expect(await inAccount('platform_losses')).toBe(37_00);
  await expect(giveBack(client, 14 * HOUR)).rejects.toMatchObject({
    code: 'part_too_large',
    details: { left: 13 * HOUR },
  });
  expect(await payday.violations()).toEqual({});
});

test('a voluntary refund goes out once it has been taken from the assistant', async () => {
  await atStripe('/v1/topups', { amount: String(100_00), currency: 'usd' });
  const assistant = await payee();
  const client = await sentAndSpent(assistant, 0);
  await giveBack(client, HOUR, { onlyAsFunded: true });
  await sweep();
  expect(await refunds()).toEqual([{ state: 'due', cents: 20_35 }]);
  expect(await payday.violations()).toEqual({});
  await payday.earns(assistant, [[await payday.client('Harbor Books'), 4]]); // 74.00: a quarter is 18.50
  await payday.untilDue();
  await sweep();
  expect(await refunds()).toEqual([{ state: 'arrived', cents: 20_35 }]);
  expect(await payday.violations()).toEqual({});
});

test('a refund that the bank sends back is seen, and paid by other means', async () => {
  const assistant = await payee();
  const client = await payday.client('Fjord & Co', '4000000000005126');
  await payday.earns(assistant, [[client, 15]]);
  await giveBack(client, 2 * HOUR);
  await sweep();
  await payday.passes(1.1);
  await get(RefreshRefunds).run(payday.now);
  await get(MirrorBalance).run(payday.now);
  expect(await refunds()).toEqual([{ state: 'failed', cents: 40_70 }]);
  expect(await inAccount('refund_due')).toBe(-40_70);
  expect(await payday.violations()).toEqual({});

  const [refund] = await rows<{ id: string }>('select id from refund');
  for (const party of [assistant, client]) {
    const theirs: Staff = { kind: 'staff', userId: party.userId };
    await expect(get(ResolveRefund).payOtherwise(theirs, refund!.id, 'In cash')).rejects.toMatchObject(PARTY);
    await expect(get(ResolveRefund).retry(theirs, refund!.id, 'Once more')).rejects.toMatchObject(PARTY);
    expect(await get(ListRefunds).stuck(theirs)).toMatchObject([{ state: 'failed', mayResolve: false }]);
  }
  const actor = await staff();
  expect(await get(ListRefunds).stuck(actor)).toMatchObject([{ state: 'failed', mayResolve: true }]);
  await get(ResolveRefund).payOtherwise(actor, refund!.id, 'By bank transfer, reference 7');
  expect(await inAccount('refund_due')).toBe(0);
  await expect(get(ResolveRefund).retry(actor, refund!.id, 'again')).rejects.toMatchObject({
    code: 'refund_not_stuck',
  });
  expect(await payday.violations()).toEqual({});
});

test('a debt is written off by staff', async () => {
  await atStripe('/v1/topups', { amount: String(100_00), currency: 'usd' });
  const assistant = await payee();
  const client = await sentAndSpent(assistant, 0);
  await giveBack(client, HOUR);
  await sweep();
  const [debt] = await get(DescribeDebts).open();
  expect(debt).toMatchObject({ leftCents: 18_50, assistantId: assistant.userId });
  for (const party of [assistant, client]) {
    const theirs: Staff = { kind: 'staff', userId: party.userId };
    await expect(get(SettleDebt).writeOff(theirs, debt!.id, 'left_the_market')).rejects.toMatchObject(PARTY);
    await expect(get(SettleDebt).reverseAgain(theirs, debt!.id, 'has_money_now')).rejects.toMatchObject(PARTY);
  }
  await get(SettleDebt).writeOff(await staff(), debt!.id, 'left_the_market');
  expect(await inAccount('assistant_debt')).toBe(0);
  expect(await inAccount('platform_losses')).toBe(18_50);
  expect(await payday.violations()).toEqual({});
});
