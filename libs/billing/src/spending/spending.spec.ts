import { type BusinessRole, Forbidden, Money, type User } from '@app/kernel';
import { StripeModule } from '@app/stripe';

import { type TestPlatform, testPlatform } from '../../../../test/support/platform.ts';
import {
  billingEntities,
  BillingModule,
  Budgets,
  BusinessNotFound,
  DescribeSpend,
  InvoiceWeeks,
  ListSpendCsv,
  SetBudget,
} from '../index.ts';

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

/** Two hours and five minutes at $18.50: 38.54, and a fee of 3.85. */
async function invoiced() {
  const client = await platform.arrange.client({ name: 'Fjord & Sønn' });
  const assistant = await platform.arrange.assistant({ name: 'Łukasz Ødegård' });
  const contractId = await platform.arrange.contract({ client, assistant });
  await platform.arrange.week({ contractId, from: new Date('2026-03-03T08:00:00Z'), seconds: [7_500] });
  await platform.get(InvoiceWeeks).run(platform.clock.now());
  return { client, assistant };
}

const as = (user: User & { clientId: string }, role: BusinessRole): User => ({
  ...user,
  businesses: [{ id: user.clientId, role }],
});

test('what was invoiced stands in the month of the invoice, by assistant, all in', async () => {
  const { client, assistant } = await invoiced();
  const { months, rows, zone } = await platform.get(DescribeSpend).run(client, client.clientId, 3);

  expect([zone, months]).toEqual(['Europe/Oslo', ['2026-01', '2026-02', '2026-03']]);
  expect(rows).toEqual([
    {
      ...{ month: '2026-03', assistantId: assistant.userId, assistantName: 'Łukasz Ødegård', minutes: 125 },
      ...{ workCents: 3_854, feeCents: 385, givenBackCents: 0, spentCents: 4_239 },
    },
  ]);
});

test('an invoice of the first minutes of a month in Oslo is of that month, though in London it is not', async () => {
  const { client } = await invoiced();
  await platform.owner.query(`alter table invoice disable trigger user`);
  await platform.owner.query(`update invoice set issued_at = '2026-02-28T23:30:00Z' where client_id = $1`, [
    client.clientId,
  ]);
  await platform.owner.query(`alter table invoice enable trigger user`);
  const { rows } = await platform.get(DescribeSpend).run(client, client.clientId, 2);
  expect(rows.map(({ month }) => month)).toEqual(['2026-03']);
});

test('the file holds the same figures, for a spreadsheet', async () => {
  const { client } = await invoiced();
  const { bytes } = await platform.get(ListSpendCsv).run(client, client.clientId, 3);
  expect(bytes.toString()).toContain('2026-03,Łukasz Ødegård,125,38.54,3.85,0.00,42.39\r\n');
});

test('another business is told nothing', async () => {
  const { client } = await invoiced();
  const other = await platform.arrange.client();
  await expect(platform.get(DescribeSpend).run(other, client.clientId, 3)).rejects.toThrow(BusinessNotFound);
  await expect(platform.get(Budgets).find(other, client.clientId)).rejects.toThrow(BusinessNotFound);
});

test('a budget is set, changed and taken away again by whoever hires or pays', async () => {
  const client = await platform.arrange.client();
  const set = (actor: User, weekly: Money | null) => platform.get(SetBudget).run(actor, client.clientId, weekly);
  const budget = async () => (await platform.get(Budgets).find(client, client.clientId))?.weekly.cents ?? null;

  expect(await budget()).toBeNull();
  await set(as(client, 'hiring'), Money.usd(30_000));
  await set(as(client, 'finance'), Money.usd(45_000));
  expect(await budget()).toBe(45_000);
  await expect(set(as(client, 'approver'), Money.usd(1_000))).rejects.toThrow(Forbidden);
  await set(client, null);
  expect(await budget()).toBeNull();

  const { rows } = await platform.owner.query(
    `select after from audit_entry where action = 'budget.set' and subject_id = $1 order by at, id`,
    [client.clientId],
  );
  expect(rows.map(({ after }) => after.weeklyCents)).toEqual([30_000, 45_000, null]);
});
