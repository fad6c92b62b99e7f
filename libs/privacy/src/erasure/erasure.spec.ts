import { filesEntities } from '@app/files';
import { billingEntities, BillingModule, InvoiceWeeks, MakeInvoicePdf } from '@app/billing';
import { identityEntities } from '@app/identity';
import type { User } from '@app/kernel';
import { StripeModule } from '@app/stripe';
import { extractText, getDocumentProxy } from 'unpdf';

import { type TestPlatform, testPlatform } from '../../../../test/support/platform.ts';
import { EraseAccounts, PrivacyModule, RequestErasure, ViewErasure, WithdrawErasure } from '../index.ts';

const DAY_MS = 24 * 3_600_000;
const NAME = 'Benedikta Okaforova';

let platform: TestPlatform;
let ben: User;

beforeAll(async () => {
  platform = await testPlatform({
    imports: [StripeModule, BillingModule, PrivacyModule],
    entities: [...identityEntities, ...billingEntities, ...filesEntities],
    now: '2026-03-09T11:00:00Z',
  });
});
afterAll(() => platform.close());
beforeEach(async () => {
  await platform.reset();
  ben = await platform.arrange.assistant({ name: NAME });
});

const addressOf = (user: User) => `${user.userId}@people.example`;
const ask = (actor: User, email = addressOf(actor)) => platform.get(RequestErasure).run(actor, email);
const inDays = (days: number) => new Date(platform.clock.now().getTime() + days * DAY_MS);
const sweep = (at: Date) => platform.get(EraseAccounts).run(at);

async function rows<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
  return (await platform.owner.query<Row>(sql, values)).rows;
}

/** An hour that was invoiced, paid and sent: nothing stands in the way. */
async function settledWork(): Promise<{ client: User & { clientId: string }; invoiceId: string }> {
  const client = await platform.arrange.client();
  const contractId = await platform.arrange.contract({ client, assistant: ben });
  await platform.arrange.week({ contractId, from: new Date('2026-03-03T08:00:00Z'), seconds: [3_600] });
  await platform.get(InvoiceWeeks).run(platform.clock.now());
  const now = platform.clock.now();
  await rows(`update contract set state = 'ended', state_at = $1, ended_at = $1`, [now]);
  await rows(`update invoice set state = 'charging', state_at = $1`, [now]);
  await rows(`update invoice set state = 'paid', state_at = $1, paid_at = $1, charge_id = 'ch_1'`, [now]);
  await rows(`update earning set paid_at = $1, review_ended_at = $1, releases_at = $1`, [now]);
  for (const state of ['due', 'sending', 'sent'])
    await rows(`update earning set state = $1, state_at = $2`, [state, now]);
  const [invoice] = await rows<{ id: string }>('select id from invoice');
  return { client, invoiceId: invoice!.id };
}

/** They can be paid. */
const onboarded = () =>
  rows(
    `insert into payee (id, stripe_account_id, country, state, state_at, created_at)
     values ($1, 'acct_1', 'PT', 'active', $2, $2)`,
    [ben.userId, platform.clock.now()],
  );

test('what stands in the way is named, and nothing is asked for', async () => {
  const client = await platform.arrange.client();
  const contractId = await platform.arrange.contract({ client, assistant: ben });
  await platform.arrange.week({ contractId, from: new Date('2026-03-03T08:00:00Z'), seconds: [3_600] });
  const refusal = (actor: User) => expect(ask(actor)).rejects;
  await refusal(ben).toMatchObject({
    code: 'erasure_blocked',
    details: {
      obstacles: [
        { code: 'active_contracts', count: 1 },
        { code: 'hours_not_invoiced', count: 1 },
      ],
    },
  });
  await platform.get(InvoiceWeeks).run(platform.clock.now());
  await refusal(ben).toMatchObject({
    details: {
      obstacles: [
        { code: 'active_contracts', count: 1 },
        { code: 'money_on_its_way', count: 1 },
      ],
    },
  });
  await refusal(client).toMatchObject({
    details: {
      obstacles: [
        { code: 'active_contracts', count: 1 },
        { code: 'unpaid_invoices', count: 1 },
      ],
    },
  });
  expect(await rows('select from account_erasure')).toEqual([]);
});

test('money that is still at Stripe, or on its way to the bank, is waited for', async () => {
  const { client, invoiceId } = await settledWork();
  await onboarded();
  const now = platform.clock.now();
  await rows(
    `insert into transfer (id, assistant_id, client_id, invoice_id, amount_cents, state, state_at, claimed_at, stripe_id)
     values (gen_random_uuid(), $1, $2, $3, 1850, 'sent', $4, $4, 'tr_1')`,
    [ben.userId, client.clientId, invoiceId, now],
  );
  const refusal = () => expect(ask(ben)).rejects;
  await refusal().toMatchObject({ details: { obstacles: [{ code: 'money_at_stripe', count: 1, until: null }] } });
  await rows(
    `insert into bank_payout (id, assistant_id, amount_cents, status, arrives_at, created_at)
     values ('po_1', $1, 1850, 'in_transit', $2, $3)`,
    [ben.userId, inDays(1), now],
  );
  await refusal().toMatchObject({ details: { obstacles: [{ code: 'money_at_stripe', count: 1, until: inDays(1) }] } });
  await rows(`update bank_payout set status = 'paid'`);
  await ask(ben);
});

test('on the day the accounts at Stripe are claimed to be closed: theirs, and the customer of a business left to nobody', async () => {
  const { client } = await settledWork();
  await onboarded();
  const shared = await platform.arrange.client();
  await rows(`insert into business_member values ($1, $2, 'owner', $3)`, [
    shared.clientId,
    client.userId,
    platform.clock.now(),
  ]);
  for (const { clientId } of [client, shared])
    await rows(`insert into stripe_customer (client_id, stripe_id, created_at) values ($1, $2, $3)`, [
      clientId,
      `cus_${clientId}`,
      platform.clock.now(),
    ]);
  await ask(ben);
  await ask(client);
  const day = inDays(14);
  expect(await sweep(day)).toBe(2);
  expect(await rows('select closing_at from payee')).toEqual([{ closing_at: day }]);
  expect(await rows('select client_id, closing_at from stripe_customer where closing_at is not null')).toEqual([
    { client_id: client.clientId, closing_at: day },
  ]);
});

test('an owner hands over a business with other people in it first', async () => {
  const client = await platform.arrange.client();
  await rows(`insert into business_member values ($1, $2, 'viewer', $3)`, [
    client.clientId,
    ben.userId,
    platform.clock.now(),
  ]);
  await expect(ask(client)).rejects.toMatchObject({
    details: { obstacles: [{ code: 'business_with_others', count: 1 }] },
  });
  await rows(`update business_member set role = 'owner' where account_id = $1`, [ben.userId]);
  await ask(client);
});

test('it takes the address typed once more, and a person who has just shown that it is them', async () => {
  await expect(ask(ben, 'somebody@people.example')).rejects.toMatchObject({ code: 'email_differs' });
  const long = { ...ben, steppedUpAt: new Date(platform.clock.now().getTime() - 11 * 60_000) };
  await expect(ask(long)).rejects.toMatchObject({ code: 'step_up_required' });
  await ask(ben, ` ${addressOf(ben).toUpperCase()} `);
  await expect(ask(ben)).rejects.toMatchObject({ code: 'erasure_under_way' });
});

test('within a fortnight it is taken back, and everything stays', async () => {
  await ask(ben);
  expect((await platform.get(ViewErasure).run(ben)).erasure?.erasesAt).toEqual(inDays(14));
  expect(await sweep(inDays(13))).toBe(0);
  await platform.get(WithdrawErasure).run(ben);
  await expect(platform.get(WithdrawErasure).run(ben)).rejects.toMatchObject({ code: 'erasure_not_found' });
  expect(await sweep(inDays(15))).toBe(0);
  expect(await rows('select name from account where id = $1', [ben.userId])).toEqual([{ name: NAME }]);
});

test('on the day, what came in between postpones it', async () => {
  await ask(ben);
  const client = await platform.arrange.client();
  await platform.arrange.contract({ client, assistant: ben });
  const day = inDays(14);
  expect(await platform.get(EraseAccounts).nextDueAt()).toEqual(day);
  await sweep(day);
  const { erasure } = await platform.get(ViewErasure).run(ben);
  expect(erasure).toMatchObject({ postponedAt: day, erasesAt: new Date(day.getTime() + DAY_MS) });
  expect(await rows('select name from account where id = $1', [ben.userId])).toEqual([{ name: NAME }]);
});

test('on the day nothing names the person any more but the invoices, and those no longer than the law wants', async () => {
  const { client, invoiceId } = await settledWork();
  const now = platform.clock.now();
  await rows(
    `insert into session (id, token_hash, account_id, user_agent, created_at, seen_at, expires_at)
     values (gen_random_uuid(), $1, $2, $3, $4, $4, $5)`,
    [Buffer.alloc(32, 1), ben.userId, `${NAME}'s phone`, now, inDays(90)],
  );
  await rows(
    `insert into passkey (id, account_id, credential_id, public_key, counter, transports, name, is_synced, created_at)
     values (gen_random_uuid(), $1, 'c1', $2, 0, '{}', $3, true, $4)`,
    [ben.userId, Buffer.alloc(8), NAME, now],
  );
  await ask(ben);
  const day = inDays(14);
  expect(await sweep(day)).toBe(1);
  expect(await sweep(day)).toBe(0);

  const [account] = await rows<Record<string, unknown>>('select * from account where id = $1', [ben.userId]);
  expect(account).toMatchObject({
    name: 'Erased person',
    password_hash: null,
    email_verified_at: null,
    erased_at: day,
  });
  expect(String(account!.email)).toBe(`erased+${ben.userId}@erased.invalid`);
  expect(await rows('select from passkey')).toEqual([]);
  expect(await rows('select from assistant_profile')).toEqual([]);
  expect(await rows('select user_agent, ended_at from session')).toEqual([{ user_agent: null, ended_at: day }]);
  expect(await holding([NAME, addressOf(ben)])).toEqual(['retained_name']);

  const { bytes } = await platform.get(MakeInvoicePdf).run(client, invoiceId);
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
  expect(text).toContain(NAME);
  const end = new Date('2036-03-23T11:00:00Z');
  expect(await platform.get(EraseAccounts).nextDueAt()).toEqual(end);
  expect(await sweep(end)).toBe(1);
  expect(await holding([NAME])).toEqual([]);
});

test('a file that was handed over is forgotten, also one that no worker ever came for', async () => {
  const client = await platform.arrange.client();
  const contractId = await platform.arrange.contract({ client, assistant: ben, state: 'ended' });
  await rows(
    `insert into time_import (id, assistant_id, contract_id, file_name, rows, zone, content, asked_at, state, state_at)
     values (gen_random_uuid(), $1, $2, 'Solveig.csv', 1, 'UTC', '{"rows": [{"note": "Solveig’s letters"}]}', $3, 'waiting', $3)`,
    [ben.userId, contractId, platform.clock.now()],
  );
  await ask(ben);
  const day = inDays(14);
  await sweep(day);
  expect(await rows('select state, state_at, content, refusal->>$1 as code from time_import', ['code'])).toEqual([
    { state: 'refused', state_at: day, content: null, code: 'account_erased' },
  ]);
  expect(await holding(['Solveig'])).toEqual([]);
});

test('ledger and audit hold no personal data, before and after', async () => {
  const { client } = await settledWork();
  await ask(ben);
  const business = 'Fjord & Co';
  const found = await holding([NAME, addressOf(ben), addressOf(client), business]);
  for (const table of ['journal', 'posting', 'audit_entry', 'event', 'state_history'])
    expect(found).not.toContain(table);
  expect(await rows('select from journal')).not.toEqual([]);
  expect(await rows('select from audit_entry')).not.toEqual([]);
});

/** Tables in which any of these words stands, in whatever column. */
async function holding(words: readonly string[]): Promise<string[]> {
  const tables = await rows<{ name: string }>(
    `select relname as name from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace order by 1`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const pattern = words.map((word) => `%${word}%`);
    const hits = await rows(`select from ${name} t where t::text ilike any($1) limit 1`, [pattern]);
    if (hits.length > 0) found.push(name);
  }
  return found;
}
