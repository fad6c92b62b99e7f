import { StaffPerson } from '../../apps/kontor/src/world/staff-person.ts';
import { WorkedWeek } from '../support/worked-week.ts';

const WHY = 'The calendar shows that the office was closed';
const EARNED = 57_66;
const PAID = 63_43;
const FEE = 15_00; // Stripe's, for each chargeback; it keeps it.

interface Chargeback {
  id: string;
  state: string;
  carriedBy: string;
  carriedReason: string | null;
  lostCents: number;
  assistantsCents: number;
  can: { chooseCarrier: boolean };
}

let week: WorkedWeek;
let dana: StaffPerson;

afterEach(async () => {
  try {
    expect(await week.violations()).toEqual({});
    expect(await week.balance('chargeback_held')).toBe(0);
    expect(await week.balance('stripe_balance')).toBe(await week.world.platformBalance());
    expect(await week.rows(`select 1 from invoice where charge_disputed_at is not null`)).toEqual([]);
  } finally {
    await week.world.end();
  }
});

/** The week is paid, somebody of staff is there, and some time goes by. */
async function charged(wait = '1 day'): Promise<string> {
  week = await WorkedWeek.begin();
  await week.world.stripe.control.topUp(200_00); // What a bank takes back is the platform's to carry meanwhile.
  await week.charged();
  await week.world.time.passes(wait);
  dana = new StaffPerson(week.world, 'Dana Reyes', 'America/New_York');
  await dana.joins();
  return (await week.invoice()).chargeId ?? '';
}

async function disputed(charge: string, options: { amount?: number; inquiry?: boolean } = {}): Promise<string> {
  const { id } = await week.world.stripe.control.dispute(charge, options);
  await week.world.time.quiet();
  return id;
}

async function decided(how: 'won' | 'lost', id: string): Promise<void> {
  if (how === 'won') await week.world.stripe.control.winDispute(id);
  else await week.world.stripe.control.loseDispute(id);
  await week.world.time.quiet();
}

const chargeback = async (): Promise<Chargeback> => {
  const [only] = await dana.get<Chargeback[]>('/staff/chargebacks');
  return dana.get<Chargeback>(`/staff/chargebacks/${only?.id}`);
};

async function carriedBy(who: 'assistant' | 'platform'): Promise<Chargeback> {
  await dana.stepsUp();
  return dana.put<Chargeback>(`/staff/chargebacks/${(await chargeback()).id}/carrier`, { carriedBy: who, reason: WHY });
}

const earnings = async () =>
  (await week.beatriz.get<{ amountCents: number; state: string }[]>('/earnings')).map(({ amountCents, state }) => [
    amountCents,
    state,
  ]);

test('unreleased: the hours stay unpaid, and are paid after all when it is won late', async () => {
  const id = await disputed(await charged());
  expect(await carriedBy('assistant')).toMatchObject({ carriedBy: 'assistant', carriedReason: WHY });
  await decided('lost', id);

  expect(await chargeback()).toMatchObject({ state: 'lost', lostCents: 0, assistantsCents: EARNED });
  expect(await earnings()).toEqual([[EARNED, 'unpaid']]);
  expect(await week.violations()).toEqual({});

  await decided('won', id);
  await week.world.time.passes('3 weeks');
  await week.beatriz.signsIn();
  expect(await earnings()).toEqual([[EARNED, 'sent']]);
  expect([await week.balance('platform_losses'), await week.balance('chargeback_fees')]).toEqual([0, FEE]);
}, 240_000);

test('released, and lost at Kontor’s cost at first: it is owed, recovered as any debt, and returned when it is won late', async () => {
  const id = await disputed(await charged('2 weeks'));
  await decided('lost', id);
  expect(await week.balance('platform_losses')).toBe(EARNED);

  await carriedBy('assistant');
  await week.world.time.quiet();
  await week.beatriz.signsIn();
  const [debt] = await week.beatriz.get<{ amountCents: number; reversedCents: number; leftCents: number }[]>('/debts');
  expect(debt?.amountCents).toBe(EARNED);
  expect((debt?.reversedCents ?? 0) + (debt?.leftCents ?? 0)).toBe(EARNED);
  expect(await week.balance('platform_losses')).toBe(0);
  expect(await week.violations()).toEqual({});

  await decided('won', id);
  await week.world.time.passes('1 week');
  await week.beatriz.signsIn();
  expect(await week.beatriz.get('/debts')).toMatchObject([{ leftCents: 0 }]);
  const [paid] = await week.rows<{ cents: number }>(
    `select sum(amount_cents - reversed_cents)::int as cents from transfer where state = 'sent'`,
  );
  expect(paid).toEqual({ cents: EARNED });
  expect(await week.balance('assistant_debt')).toBe(0);
}, 240_000);

/** After the release the assistant gives some of it back, of a charge on which a bank has its hand. */
async function refundedWhileDisputed(): Promise<string> {
  const id = await disputed(await charged('237 hours')); // Released, and not paid out to the assistant's bank yet.
  await refundsFortyMinutes();
  expect(await refunds()).toEqual([{ state: 'due', cents: 13_57 }]);
  return id;
}

async function refundsFortyMinutes(): Promise<void> {
  const [line] = await week.rows<{ id: string }>(`select id from invoice_line`);
  await week.beatriz.signsIn();
  await week.beatriz.post(`/invoice-lines/${line?.id}/refunds`, { quantity: 40 * 60 });
  await week.world.time.quiet();
}

const refunds = () => week.rows<object>(`select state, amount_cents::int as cents from refund order by created_at, id`);

test('a refund that waits for the bank: lost, the client has that money already, and it goes back once', async () => {
  await decided('lost', await refundedWhileDisputed());
  await week.world.time.passes('2 weeks');
  expect(await refunds()).toEqual([{ state: 'consumed', cents: 13_57 }]);
  expect(await week.balance('refund_due')).toBe(0);
  expect(await week.balance('platform_losses')).toBe(EARNED - 12_33);
}, 240_000);

test('a refund that waits for the bank: won, it goes out', async () => {
  await decided('won', await refundedWhileDisputed());
  await week.world.time.passes('2 weeks');
  expect(await refunds()).toEqual([{ state: 'arrived', cents: 13_57 }]);
  expect([await week.balance('refund_due'), await week.balance('platform_losses')]).toEqual([0, 0]);
}, 240_000);

test('after a refund that has arrived: the bank takes the rest, and no cent goes back twice', async () => {
  const charge = await charged();
  await refundsFortyMinutes();
  expect(await refunds()).toEqual([{ state: 'arrived', cents: 13_57 }]);
  await decided('lost', await disputed(charge, { amount: PAID - 13_57 }));
  expect([await week.balance('platform_losses'), await week.balance('service_fee')]).toEqual([EARNED - 12_33, 0]);
}, 240_000);

test('an inquiry that becomes a chargeback holds and takes from then on, and ends as any', async () => {
  const charge = await charged();
  await disputed(charge, { inquiry: true });
  const inquiry = await chargeback();
  expect(inquiry).toMatchObject({ state: 'inquiry', can: { chooseCarrier: false } });
  await dana.stepsUp();
  const escalating = { texts: { uncategorized_text: 'escalate_inquiry_evidence' } }; // For the local Stripe.
  await dana.post(`/staff/chargebacks/${inquiry.id}/evidence`, escalating);
  await week.world.time.passes('8 days');

  expect(await chargeback()).toMatchObject({ state: 'needs_response', can: { chooseCarrier: true } });
  expect(await week.balance('chargeback_held')).toBe(PAID);
  expect(await week.rows(`select live_holds from earning`)).toEqual([{ live_holds: 1 }]);

  const [row] = await week.rows<{ id: string }>(`select stripe_id as id from chargeback`);
  await decided('lost', row?.id ?? '');
  expect([await week.balance('platform_losses'), await week.balance('chargeback_fees')]).toEqual([EARNED, FEE]);
}, 240_000);
