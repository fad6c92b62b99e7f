import { randomUUIDv7 } from 'node:crypto';

import { StripeModule } from '@app/stripe';
import type { User } from '@app/kernel';
import { extractText, getDocumentProxy } from 'unpdf';

import { type TestPlatform, testPlatform } from '../../../../test/support/platform.ts';
import { billingEntities, BillingModule, InvoiceWeeks, ListInvoicesCsv, MakeInvoicePdf } from '../index.ts';
import { hours, percent, week } from './document-words.ts';

let platform: TestPlatform;

beforeAll(async () => {
  platform = await testPlatform({
    imports: [StripeModule, BillingModule],
    entities: billingEntities,
    now: '2026-03-09T11:00:00Z', // Monday noon in Oslo
  });
});
afterAll(() => platform.close());
beforeEach(() => platform.reset());

type Client = User & { clientId: string };

/** Two hours and five minutes at $18.50: 38.54, and a fee of 3.85. */
async function invoiced(): Promise<{ client: Client; assistant: User; invoiceId: string }> {
  const client = await platform.arrange.client({ name: 'Fjord & Sønn' });
  const assistant = await platform.arrange.assistant({ name: 'Łukasz Ødegård' });
  const contractId = await platform.arrange.contract({ client, assistant });
  await platform.arrange.week({ contractId, from: new Date('2026-03-03T08:00:00Z'), seconds: [7_500] });
  await platform.get(InvoiceWeeks).run(platform.clock.now());
  const { rows } = await platform.owner.query<{ id: string }>('select id from invoice');
  return { client, assistant, invoiceId: rows[0]!.id };
}

async function textOf(actor: User, id: string): Promise<string> {
  const { name, bytes } = await platform.get(MakeInvoicePdf).run(actor, id);
  expect(name).toMatch(/^invoice-K-\d{7}\.pdf$/);
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
  return text.replace(/\s+/g, ' ');
}

test('an invoice says whose work it was, when, for how long, at which rate, and what it comes to', async () => {
  const { client, invoiceId } = await invoiced();
  const text = await textOf(client, invoiceId);
  expect(text).toContain('Fjord & Sønn, Norway');
  expect(text).toContain('Łukasz Ødegård');
  for (const said of ['2 – 8 Mar 2026', '2:05 h', '$18.50/h', '$38.54', '$3.85 (10 %)', '$42.39 USD', 'Europe/Oslo']) {
    expect(text).toContain(said);
  }
  expect(text).toContain('Not paid');
  expect(text).not.toContain('receipt');
});

test('paid, it is a receipt: when, by which card and under which reference', async () => {
  const { client, invoiceId } = await invoiced();
  await platform.owner.query(
    `insert into saved_card (id, client_id, payment_method_id, brand, last4, exp_month, exp_year, saved_at, is_default)
     values ($1, $2, 'pm_1', 'visa', '4242', 12, 2030, $3, true)`,
    [randomUUIDv7(), client.clientId, platform.clock.now()],
  );
  const now = platform.clock.now();
  await platform.owner.query(
    `insert into charge_attempt (id, invoice_id, number, payment_method_id, state, state_at, claimed_at, charge_id)
     values ($1, $2, 1, 'pm_1', 'succeeded', $3, $3, 'ch_of_a_test')`,
    [randomUUIDv7(), invoiceId, now],
  );
  await platform.owner.query(`update invoice set state = 'charging', state_at = $1`, [now]);
  await platform.owner.query(
    `update invoice set state = 'paid', state_at = $1, paid_at = $1, charge_id = 'ch_of_a_test'`,
    [now],
  );

  const text = await textOf(client, invoiceId);
  expect(text).toContain('Invoice and receipt');
  expect(text).toContain('9 March 2026 at 12:00');
  expect(text).toContain('Visa ending in 4242');
  expect(text).toContain('ch_of_a_test');
});

test('what went back stands on it, and what is left to pay', async () => {
  const { client, invoiceId } = await invoiced();
  await platform.owner.query(
    `insert into credit_note (id, number, invoice_id, client_id, amount_cents, fee_cents, issued_at) values ($1, 'C-0000009', $2, $3, 1233, 124, $4)`,
    [randomUUIDv7(), invoiceId, client.clientId, platform.clock.now()],
  );
  const text = await textOf(client, invoiceId);
  for (const said of ['Credit note C-0000009', '$13.57', 'To pay $28.82']) expect(text).toContain(said);
});

test('nobody else can have it, the assistant included', async () => {
  const { assistant, invoiceId, client } = await invoiced();
  const other = await platform.arrange.client();
  for (const stranger of [assistant, other]) {
    await expect(platform.get(MakeInvoicePdf).run(stranger, invoiceId)).rejects.toMatchObject({
      code: 'invoice_not_found',
    });
    await expect(platform.get(ListInvoicesCsv).run(stranger, client.clientId)).rejects.toMatchObject({
      code: 'business_not_found',
    });
  }
});

test("a bookkeeper's list has a line a line, in plain numbers", async () => {
  const { client } = await invoiced();
  const { bytes } = await platform.get(ListInvoicesCsv).run(client, client.clientId);
  const [head, line, ...more] = bytes.toString('utf8').split('\r\n');
  expect(head).toContain('invoice,issued_at,week,assistant');
  expect(line).toMatch(
    /^K-\d{7},2026-03-09T11:00:00.000Z,2026-03-02,Łukasz Ødegård,Inbox and social media,time,125,18.50,38.54,3.85,42.39,issued,$/,
  );
  expect(more).toEqual(['']);
});

test('documents print whole numbers as people write them', () => {
  expect([hours(0), hours(65), hours(600)]).toEqual(['0:00 h', '1:05 h', '10:00 h']);
  expect([percent(1_000), percent(1_250), percent(5), percent(1_205)]).toEqual(['10 %', '12.5 %', '0.05 %', '12.05 %']);
  const long = week(new Date('2026-03-29T23:00:00Z'), new Date('2026-04-05T22:00:00Z'), 'Europe/Oslo');
  expect(long).toBe('30 Mar – 5 Apr 2026');
});
