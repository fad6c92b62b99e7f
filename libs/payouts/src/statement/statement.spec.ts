import { Money, type User } from '@app/kernel';
import { Ledger } from '@app/ledger';
import { extractText, getDocumentProxy } from 'unpdf';

import { Payday } from '../../../../test/support/payday.ts';
import { MirrorPayouts, SendTransfers } from '../index.ts';
import { MakeStatement } from './make-statement.ts';
import { monthNamed, monthOf, monthsBetween } from '@app/kernel';
import { ReadStatement } from './read-statement.ts';
import type { Movement } from './statement.ts';

let payday: Payday;

beforeAll(async () => {
  payday = await Payday.start();
});
afterEach(() => payday.reset());
afterAll(() => payday.stop());

const statement = (actor: User, month: string) => payday.platform.get(ReadStatement).run(actor, month);
const sum = (movements: readonly Movement[]) => movements.reduce((total, { cents }) => total + cents, 0);

/** What the ledger says we owe them. */
async function owed({ userId: assistantId }: User): Promise<Money> {
  const ledger = payday.platform.get(Ledger);
  const accounts = ['earnings_held', 'earnings_due', 'assistant_debt'] as const;
  const balances = await Promise.all(accounts.map((account) => ledger.balance(account, { assistantId })));
  return Money.usd(0).minus(Money.sum(balances));
}

test('a month says what was earned, by client and week, what was sent and what is left, as the ledger does', async () => {
  const ben = await payday.assistant();
  await payday.onboard(ben);
  await payday.due(ben); // Two hours for one client, one for another, at $18.50.
  const month = monthOf(payday.now, 'Europe/Lisbon');

  const before = await statement(ben, month);
  expect(before.movements.map(({ kind, client, cents, minutes }) => [kind, client, cents, minutes])).toEqual([
    ['earned', 'Fjord & Co', 3_700, 120],
    ['earned', 'Harbor Books', 1_850, 60],
  ]);
  expect(before.closingCents).toBe((await owed(ben)).cents);
  expect(before.closingCents).toBe(5_550);

  await payday.platform.get(SendTransfers).run(payday.now);
  const after = await statement(ben, month);
  expect(
    after.movements
      .filter(({ kind }) => kind === 'sent')
      .map(({ client, cents }) => [client, cents])
      .toSorted((a, b) => String(a).localeCompare(String(b))),
  ).toEqual([
    ['Fjord & Co', -3_700],
    ['Harbor Books', -1_850],
  ]);
  expect(after.closingCents).toBe((await owed(ben)).cents);
  expect(after.openingCents + sum(after.movements)).toBe(after.closingCents);
  expect(after.closingCents).toBe(0);
});

test('what is left of one month opens the next', async () => {
  const ben = await payday.assistant();
  await payday.due(ben);
  const first = monthOf(payday.now, 'Europe/Lisbon');
  await payday.passes(31);
  const [next = '', ...earlier] = await payday.platform.get(ReadStatement).months(ben);
  expect(earlier).toContain(first);
  const { openingCents, closingCents, movements } = await statement(ben, next);
  expect({ openingCents, closingCents, movements }).toEqual({
    openingCents: 5_550,
    closingCents: 5_550,
    movements: [],
  });
});

test('the PDF and the CSV say the same, to the cent', async () => {
  const ben = await payday.assistant();
  await payday.onboard(ben);
  await payday.due(ben);
  await payday.platform.get(SendTransfers).run(payday.now);
  await payday.passes(5);
  await payday.platform.get(MirrorPayouts).run(payday.now);
  const month = monthOf(payday.now, 'Europe/Lisbon');
  const { movements, closingCents } = await statement(ben, month);

  const csv = (await payday.platform.get(MakeStatement).run(ben, month, 'csv')).bytes.toString('utf8');
  const rows = csv.split('\r\n').map((line) => line.split(','));
  const amounts = rows
    .filter(([, kind]) => kind === 'earned' || kind === 'sent')
    .map((cells) => Number(cells[6]) * 100);
  expect(amounts.map(Math.trunc)).toEqual(movements.map(({ cents }) => cents));
  expect(csv).toContain(',closing,,,,,0.00,');
  expect(closingCents).toBe(0);

  const made = await payday.platform.get(MakeStatement).run(ben, month, 'pdf');
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(made.bytes)), { mergePages: true });
  for (const said of [
    'Fjord & Co',
    'Harbor Books',
    '$37.00',
    '$18.50/h',
    '$55.50',
    '-$37.00',
    'Sent to your balance at Stripe',
  ]) {
    expect(text).toContain(said);
  }
  expect(made.name).toBe(`kontor-statement-${month}.pdf`);
});

test('nobody sees what another earned, and a month to come has no statement', async () => {
  const ben = await payday.assistant();
  await payday.due(ben);
  const carol = await payday.assistant();
  const month = monthOf(payday.now, 'Europe/Lisbon');
  expect(await statement(carol, month)).toMatchObject({ openingCents: 0, closingCents: 0, movements: [] });
  expect(await payday.platform.get(ReadStatement).months(carol)).toEqual([]);
  await expect(statement(ben, '2099-01')).rejects.toMatchObject({ code: 'statement_not_found' });
  await expect(statement(ben, '2026-13')).rejects.toMatchObject({ code: 'statement_not_found' });
});

test('a month is that of the reader, over a change of clocks and of year', () => {
  expect(monthNamed('2026-03', 'Europe/Oslo')).toMatchObject({
    from: new Date('2026-02-28T23:00:00Z'),
    to: new Date('2026-03-31T22:00:00Z'),
  });
  expect(monthNamed('2026-12', 'Pacific/Auckland')).toMatchObject({ to: new Date('2026-12-31T11:00:00Z') });
  expect(monthsBetween(new Date('2026-11-30T23:30:00Z'), new Date('2027-01-01T00:00:00Z'), 'Europe/Oslo')).toEqual([
    '2027-01',
    '2026-12',
  ]);
});
