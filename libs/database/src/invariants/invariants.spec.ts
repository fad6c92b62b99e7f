import { type TestPlatform, testPlatform } from '../../../../test/support/platform.ts';
import { findViolations, hold } from './find-violations.ts';

let platform: TestPlatform;

beforeAll(async () => {
  platform = await testPlatform({ imports: [], entities: [], now: '2026-03-02T09:00:00Z' });
});
afterAll(() => platform.close());
beforeEach(() => platform.reset());

const watermark = new Date('2026-03-02T09:00:01Z');
const broken = async () => {
  const found = await findViolations(platform.db.reader, watermark);
  return Object.keys(found).filter((name) => found[name]!.length > 0);
};
/** What no constraint lets through in daylight is written behind their backs. */
async function behindTheirBacks(sql: string, values: unknown[] = []): Promise<void> {
  await platform.owner.query('set session_replication_role = replica');
  await platform.owner.query(sql, values);
  await platform.owner.query('set session_replication_role = origin');
}

test('an empty market breaks nothing', async () => {
  expect(hold(await findViolations(platform.db.reader, watermark))).toBe(true);
});

test('a journal that does not sum to zero is found', async () => {
  await behindTheirBacks(`
    with j as (insert into journal values (uuidv7(), 'x:1', 'J19', 'a lie', '2026-03-02T09:00Z') returning id)
    insert into posting (journal_id, account, amount_cents) select id, 'bank', 100 from j`);
  expect(await broken()).toEqual(['journals_sum_to_zero']);
});

test('a second billed to two clients is found', async () => {
  const assistant = await platform.arrange.assistant();
  const week = '00000000-0000-7000-8000-000000000001';
  for (const id of [1, 2]) {
    await behindTheirBacks(
      `insert into time_entry (id, contract_week_id, contract_id, assistant_id, during, note, source, created_at)
       values (uuidv7(), $1, $1, $2, '[2026-03-02T07:00Z,2026-03-02T08:00Z)', 'Answered the mail ' || $3, 'manual', '2026-03-02T09:00Z')`,
      [week, assistant.userId, id],
    ).catch((error: unknown) => expect(String(error)).toContain('one_second_one_client'));
  }
  await behindTheirBacks(`alter table time_entry drop constraint one_second_one_client`);
  try {
    await behindTheirBacks(
      `insert into time_entry select uuidv7(), contract_week_id, contract_id, assistant_id, during, note, source, bucket, import_id, created_at from time_entry`,
    );
    expect(await broken()).toEqual(['no_second_worked_twice']);
  } finally {
    await behindTheirBacks('delete from time_entry');
    await behindTheirBacks(
      `alter table time_entry add constraint one_second_one_client exclude using gist (assistant_id with =, during with &&)`,
    );
  }
});

test('an illegal move and a guard taken away are found', async () => {
  const client = await platform.arrange.client();
  const contract = await platform.arrange.contract({
    client,
    assistant: await platform.arrange.assistant(),
    state: 'offered',
  });
  await behindTheirBacks(
    `insert into state_history (machine, row_id, from_state, to_state, at) values ('contract', $1, 'declined', 'active', '2026-03-02T08:00Z')`,
    [contract],
  );
  expect(await broken()).toEqual(['only_legal_moves']);

  await platform.owner.query('alter table posting disable trigger journal_sums_to_zero');
  try {
    expect(await broken()).toEqual(['only_legal_moves', 'the_past_cannot_be_changed']);
  } finally {
    await platform.owner.query('alter table posting enable trigger journal_sums_to_zero');
  }
});

const AT = `'2026-03-02T08:00Z'`;
const week = (state: string, counted: number) => `
  insert into contract_week (id, client_week_id, client_id, contract_id, assistant_id, rate_cents, limit_seconds, counted_seconds,
                             state, state_at, review_state, review_state_at)
  values ('00000000-0000-7000-8000-000000000001', uuidv7(), uuidv7(), uuidv7(), uuidv7(), 1850, 3600, ${counted},
          '${state}', ${AT}, ${state === 'invoiced' ? `'pending', ${AT}` : 'null, null'})`;
const minuteOfWork = `
  insert into time_entry (id, contract_week_id, contract_id, assistant_id, during, note, source, created_at)
  select uuidv7(), id, contract_id, assistant_id, '[2026-03-02T07:00Z,2026-03-02T07:01Z)', 'Answered the mail', 'manual', ${AT} from contract_week`;
const invoice = `
  insert into invoice (id, client_id, client_week_id, subtotal_cents, fee_cents, total_cents, issued_at, review_ends_at, client_trusted,
                       hold_days, state, state_at)
  values (uuidv7(), uuidv7(), uuidv7(), 1000, 100, 1100, ${AT}, '2026-03-06T08:00Z', false, 5, 'issued', ${AT})`;
const earning = `
  insert into earning (id, line_id, invoice_id, client_id, assistant_id, amount_cents, part_to, state, state_at)
  values (uuidv7(), uuidv7(), uuidv7(), uuidv7(), uuidv7(), 1000, 3600, 'held', ${AT})`;
const refundOfInvoice = `
  insert into refund (id, invoice_id, client_id, charge_id, amount_cents, created_at, state, state_at)
  select uuidv7(), id, client_id, 'ch_1', 300, ${AT}, 'due', ${AT} from invoice`;
const debtOfEarning = `
  insert into assistant_debt (id, assistant_id, client_id, invoice_id, line_id, earning_id, cause_kind, cause_id, amount_cents, wants_reversal, opened_at)
  select uuidv7(), assistant_id, client_id, invoice_id, line_id, id, 'staff', uuidv7(), 500, false, ${AT} from earning`;
const creditNote = `
  insert into credit_note (id, invoice_id, client_id, amount_cents, fee_cents, issued_at)
  select uuidv7(), id, client_id, 100, 10, ${AT} from invoice`;
const reversal = `
  with sent as (
    insert into transfer (id, assistant_id, client_id, invoice_id, charge_id, amount_cents, state, state_at, claimed_at, stripe_id, reversed_cents)
    values (uuidv7(), uuidv7(), uuidv7(), uuidv7(), 'ch_1', 1000, 'sent', ${AT}, ${AT}, 'tr_1', 200))
  select 1`;
const holdOfEarning = `
  insert into earning_hold (id, earning_id, cause_kind, cause_id, reason_code, placed_at)
  select uuidv7(), id, 'staff', uuidv7(), 'under_review', ${AT} from earning`;
const seenAtStripe = `insert into stripe_transaction values ('txn_1', 'charge', 'ch_1', 1100, 62, 1038, ${AT}, ${AT})`;
const dispute = `
  insert into dispute (id, number, origin, ground, reason, contract_id, contract_week_id, client_id, assistant_id, invoice_id, opened_by,
                       opened_at, state, state_at, due_at)
  values (uuidv7(), 'D-1', 'review', 'not_worked', 'The office was closed', uuidv7(), uuidv7(), uuidv7(), uuidv7(), uuidv7(), uuidv7(),
          ${AT}, 'open', ${AT}, '2026-03-05T08:00Z')`;
const paidOut = (byHand: boolean) => `
  insert into bank_payout (id, assistant_id, amount_cents, status, arrives_at, created_at, by_hand)
  values ('po_1', '00000000-0000-7000-8000-000000000001', 1000, 'paid', ${AT}, ${AT}, ${byHand})`;
const suspended = `
  insert into payout_schedule (id, assistant_id, interval, claimed_at, set_at)
  values (uuidv7(), '00000000-0000-7000-8000-000000000001', 'manual', '2026-03-01T08:00Z', '2026-03-01T08:00Z')`;
const partOfPayout = `insert into bank_payout_item values ('po_1', uuidv7(), uuidv7(), 1000)`;
const untold = `insert into event (id, type, payload, occurred_at) values (uuidv7(), 'webhook.received', '{}', ${AT})`;

test.each([
  { what: 'an invoice without its lines', spoilt: [invoice], found: 'one_invoice_a_client_week' },
  {
    what: 'a billed week without its line',
    spoilt: [week('invoiced', 60), minuteOfWork],
    found: 'every_billable_second_in_one_line',
  },
  { what: 'a counter that its entries do not make', spoilt: [week('open', 60)], found: 'weeks_within_their_limits' },
  { what: 'an invoice that the ledger does not know', spoilt: [invoice], found: 'captured_is_what_was_issued' },
  { what: 'an earning that the ledger does not hold', spoilt: [earning], found: 'every_charge_is_accounted_for' },
  {
    what: 'a refund that the ledger does not owe',
    spoilt: [invoice, refundOfInvoice],
    found: 'every_charge_is_accounted_for',
  },
  {
    what: 'a debt that the ledger does not know',
    spoilt: [earning, debtOfEarning],
    found: 'every_charge_is_accounted_for',
  },
  {
    what: 'a credit note that the invoice does not know',
    spoilt: [invoice, creditNote],
    found: 'every_charge_is_accounted_for',
  },
  { what: 'a transfer taken back by nobody', spoilt: [reversal], found: 'every_charge_is_accounted_for' },
  {
    what: 'a hold that its earning does not count',
    spoilt: [earning, holdOfEarning],
    found: 'every_charge_is_accounted_for',
  },
  { what: "money of Stripe's without its journal", spoilt: [seenAtStripe], found: 'ledger_equals_stripe' },
  { what: 'a dispute without evidence', spoilt: [dispute], found: 'disputed_money_waits_for_the_end' },
  {
    what: 'a payout out of a suspended account',
    spoilt: [suspended, paidOut(false)],
    found: 'accounts_at_stripe_as_asked',
  },
  {
    what: 'a payout by hand that somebody divided',
    spoilt: [paidOut(true), partOfPayout],
    found: 'accounts_at_stripe_as_asked',
  },
  { what: 'an event that nobody worked', spoilt: [untold], found: 'every_event_had_its_effect' },
])('$what is found', async ({ spoilt, found }) => {
  for (const sql of spoilt) await behindTheirBacks(sql);
  expect(await broken()).toContain(found);
});
