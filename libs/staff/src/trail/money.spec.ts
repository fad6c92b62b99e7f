import { SendTransfers } from '@app/payouts';
import { ReleaseEarnings } from '@app/billing';
import type { Staff, User } from '@app/kernel';
import { AuditTrail } from '@app/audit';

import { type Client, Payday } from '../../../../test/support/payday.ts';
import {
  DescribeInvoice,
  DescribePerson,
  FindAnything,
  FollowMoney,
  HoldMoney,
  LiftSuspension,
  ReleaseHold,
  RenewHold,
  StaffHolds,
  StaffModule,
  Suspend,
} from '../index.ts';

const MINUTES = 60_000;
let payday: Payday;
let [staff, colleague]: Staff[] = [];
let ben: User;
let fjord: Client;
let harbor: Client;

beforeAll(async () => {
  payday = await Payday.start({ imports: [StaffModule] });
}, 60_000);
afterAll(() => payday.stop());
beforeEach(async () => {
  await payday.reset();
  [staff, colleague] = await Promise.all([asStaff(), asStaff()]);
  fjord = await payday.client('Fjord & Co');
  harbor = await payday.client('Harbor Books');
  ben = await payday.assistant();
  await payday.onboard(ben);
  await payday.earns(ben, [
    [fjord, 10],
    [harbor, 4],
  ]);
});

async function asStaff(): Promise<Staff> {
  return { kind: 'staff', userId: (await payday.platform.arrange.account({ name: 'Staff' })).userId };
}

const invoiceOf = async ({ clientId }: Client) => {
  const [invoice] = await payday.rows<{ id: string; number: string; charge: string; earning: string; intent: string }>(
    `select i.id, i.number, i.charge_id as charge, i.payment_intent_id as intent, e.id as earning
       from invoice i join earning e on e.invoice_id = i.id where i.client_id = $1`,
    [clientId],
  );
  return invoice!;
};
const kinds = (steps: readonly { kind: string }[]) => steps.map(({ kind }) => kind);
const send = () => payday.platform.get(SendTransfers).run(payday.now);
const states = async () =>
  (await payday.rows<{ state: string }>('select state from earning order by amount_cents desc')).map(
    (row) => row.state,
  );
const follow = (id: string) => payday.platform.get(FollowMoney).run(id);
const inDays = (days: number) => new Date(payday.now.getTime() + days * 24 * 60 * MINUTES);

async function sentAway(): Promise<void> {
  await payday.untilDue();
  await send();
}

test('from a charge to the transfer, each step with its journals, and nothing of the other client', async () => {
  await sentAway();
  const { id, charge, earning } = await invoiceOf(fjord);

  const steps = await follow(charge);

  expect(kinds(steps).toSorted()).toEqual(['charge', 'earning', 'invoice', 'line', 'transfer']);
  expect(kinds(steps).slice(0, 3)).toEqual(['invoice', 'charge', 'line']);
  expect(steps.find(({ kind }) => kind === 'invoice')?.journals).toMatchObject([
    { reference: `inv:${id}`, kind: 'J1' },
  ]);
  expect(steps.find(({ kind }) => kind === 'charge')?.journals.map(({ kind }) => kind)).toContain('J3');
  const own = steps.find(({ kind }) => kind === 'earning');
  expect(own).toMatchObject({ id: earning, amountCents: 18_500, state: 'sent' });
  expect(own?.journals.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['J1', 'J5', 'J7']));
});

test('from a transfer back to the charge, by its id at Stripe', async () => {
  await sentAway();
  const [transfer] = await payday.rows<{ stripe_id: string }>('select stripe_id from transfer where client_id = $1', [
    harbor.clientId,
  ]);
  const steps = await follow(transfer!.stripe_id);
  const { charge } = await invoiceOf(harbor);
  expect(steps.map(({ stripeId }) => stripeId)).toEqual(expect.arrayContaining([charge, transfer!.stripe_id]));
  expect(kinds(steps).toSorted()).toEqual(['charge', 'earning', 'invoice', 'line', 'transfer']);
});

test('from a payout back to every charge that is in it', async () => {
  await sentAway();
  const rows = await payday.rows<{ id: string; client_id: string; amount_cents: string }>(
    'select id, client_id, amount_cents from transfer',
  );
  await payday.platform.owner.query(
    `insert into bank_payout (id, assistant_id, amount_cents, status, arrives_at, created_at) values ('po_1', $1, 25900, 'paid', $2, $2)`,
    [ben.userId, payday.now],
  );
  for (const row of rows)
    await payday.platform.owner.query('insert into bank_payout_item values ($1, $2, $3, $4)', [
      ...['po_1', row.id, row.client_id, row.amount_cents],
    ]);
  const steps = await follow('po_1');
  expect(kinds(steps).filter((kind) => kind === 'charge')).toHaveLength(2);
  expect(kinds(steps).at(-1)).toBe('payout');
});

test('what nobody knows is not there', async () => {
  await expect(follow('ch_nobody')).rejects.toMatchObject({ code: 'nothing_found' });
});

test('anything that a person would paste is found', async () => {
  const { id, number, charge, intent } = await invoiceOf(fjord);
  const find = async (pasted: string) => (await payday.platform.get(FindAnything).run(pasted)).map((one) => one.kind);
  const account = await payday.accountOf(ben);

  expect(await find(id)).toEqual(['invoice']);
  expect(await find(` ${number.toLowerCase()} `)).toEqual(['invoice']);
  expect(await find(charge)).toEqual(['invoice']);
  expect(await find(intent)).toEqual(['invoice']);
  expect(await find(account)).toEqual(['person']);
  expect(await find('$203.50')).toContain('invoice');
  expect(await find('185')).toContain('earning');
  expect(await find('Fjord')).toContain('business');
  expect(await find('Harbour Book')).toContain('business');
  expect(await find(`${ben.userId}@people.example`)).toEqual(['person']);
  expect(await find('nobody of this name')).toEqual([]);
  expect(await find(`' or 1=1 --`)).toEqual([]);
});

test('a hold keeps one amount back, and the rest goes out on its date', async () => {
  const { earning, id } = await invoiceOf(fjord);
  const subject = { kind: 'earning', id: earning } as const;
  const hold = await payday.platform
    .get(HoldMoney)
    .run(staff!, { of: subject, reasonCode: 'under_review', until: inDays(14) });
  await sentAway();
  expect(await states()).toEqual(['held', 'sent']);
  const page = await payday.platform.get(DescribeInvoice).run(id);
  expect(page.earnings).toMatchObject([{ holds: [{ causeKind: 'staff', causeId: hold.id }] }]);

  await payday.platform.get(ReleaseHold).run(staff!, hold.id, 'It was all right.');
  await payday.platform.get(ReleaseEarnings).run(payday.now);
  await send();
  expect(await states()).toEqual(['sent', 'sent']);
  const told = await payday.platform.get(AuditTrail).of(subject);
  expect(told.map(({ action }) => action)).toEqual(['hold.released', 'hold.placed']);
});

test('a whole transfer is held from what is to be paid out to a person, and let go by somebody who is no party', async () => {
  const page = () => payday.platform.get(DescribePerson).run(ben.userId, payday.now);
  const [first] = (await page()).payouts;
  expect((await page()).payouts).toMatchObject([
    { clientName: 'Fjord & Co', cents: 18_500, states: ['held'], heldUntil: null },
    { clientName: 'Harbor Books', cents: 7_400, states: ['held'], heldUntil: null },
  ]);

  const of = { kind: 'payout', id: first?.earningId ?? '' } as const;
  const until = inDays(13);
  const hold = await payday.platform.get(HoldMoney).run(staff!, { of, reasonCode: 'fraud_suspected', until });
  expect((await page()).payouts.map(({ heldUntil }) => heldUntil)).toEqual([until, null]);
  const holds = (by: Staff) => payday.platform.get(StaffHolds).live(by, payday.now, ben.userId);
  expect(await holds(colleague!)).toMatchObject([{ id: hold.id, subjectKind: 'payout', isParty: false }]);
  expect(await payday.platform.get(StaffHolds).live(colleague!, payday.now, fjord.userId)).toEqual([]);
  await sentAway();
  expect(await states()).toEqual(['held', 'sent']);

  for (const { userId } of [ben, fjord]) {
    const party: Staff = { kind: 'staff', userId };
    expect(await holds(party)).toMatchObject([{ isParty: true }]);
    await expect(payday.platform.get(ReleaseHold).run(party, hold.id, 'It is mine.')).rejects.toMatchObject({
      code: 'party_to_it',
    });
    await expect(payday.platform.get(RenewHold).run(party, hold.id, inDays(3))).rejects.toMatchObject({
      code: 'party_to_it',
    });
  }
  await payday.platform.get(ReleaseHold).run(colleague!, hold.id, 'They have shown their papers.');
  expect((await page()).payouts).toMatchObject([{ cents: 18_500, heldUntil: null }]);
  expect(await holds(colleague!)).toEqual([]);
});

test('a hold lasts 14 days at most, and only somebody else renews it', async () => {
  const { id } = await invoiceOf(fjord);
  const of = { kind: 'invoice', id } as const;
  const place = (days: number) =>
    payday.platform.get(HoldMoney).run(staff!, { of, reasonCode: 'under_review', until: inDays(days) });
  await expect(place(15)).rejects.toMatchObject({ code: 'too_long_a_hold' });
  await expect(place(-1)).rejects.toMatchObject({ code: 'only_the_future' });

  const hold = await place(2);
  const renew = (by: Staff) => payday.platform.get(RenewHold).run(by, hold.id, inDays(10));
  await expect(renew(staff!)).rejects.toMatchObject({ code: 'another_must_do_it' });
  expect(await renew(colleague!)).toMatchObject({ until: inDays(10), renewedBy: colleague!.userId });
  const [live] = await payday.rows<{ until: Date }>('select until from earning_hold where released_at is null');
  expect(live?.until).toEqual(inDays(10));
});

test('what was sent cannot be held any more', async () => {
  await sentAway();
  const { id } = await invoiceOf(fjord);
  const late = payday.platform.get(HoldMoney).run(staff!, {
    of: { kind: 'invoice', id },
    reasonCode: 'under_review',
    until: inDays(1),
  });
  await expect(late).rejects.toMatchObject({ code: 'nothing_to_hold' });
});

test('suspended from assisting what was earned is still paid, and from payouts it waits until that is lifted', async () => {
  const of = { kind: 'account', id: ben.userId } as const;
  const told = { reasonCode: 'identity_unclear', explanation: 'We are not sure that you are who you say.' };
  const suspension = await payday.platform.get(Suspend).run(staff!, { of, scopes: ['payouts'], ...told });
  await payday.platform.get(Suspend).run(staff!, { of, scopes: ['assisting'], ...told });
  await sentAway();
  expect(await states()).toEqual(['blocked', 'blocked']);

  await payday.platform.get(LiftSuspension).run(staff!, suspension.id, 'They have shown it.');
  await send();
  expect(await states()).toEqual(['sent', 'sent']);
});
