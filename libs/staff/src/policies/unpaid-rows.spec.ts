import { ChargeInvoices, GiveUpUnpaid, InvoiceWeeks } from '@app/billing';
import { type Staff, type User, weekOf } from '@app/kernel';

import { type Client, Payday } from '../../../../test/support/payday.ts';
import { StaffModule, UnpaidRows } from '../index.ts';

const ZONE = 'Europe/Oslo';
const DAY_MS = 86_400_000;

let payday: Payday;
let staff: Staff;

beforeAll(async () => {
  payday = await Payday.start({ imports: [StaffModule] });
}, 60_000);
afterAll(() => payday.stop());
beforeEach(async () => {
  await payday.reset();
  staff = { kind: 'staff', userId: (await payday.platform.arrange.account({ name: 'Staff' })).userId };
});

const rows = () => payday.platform.get(UnpaidRows);

async function poorClient(name: string): Promise<Client> {
  const client = await payday.client(name);
  const cards = await payday.rows<{ id: string }>(
    'select payment_method_id as id from saved_card where client_id = $1',
    [client.clientId],
  );
  await payday.stripe.control.setCardOutcome(cards[0]?.id ?? '', 'insufficient_funds');
  return client;
}

/** Ten hours of the week that begins then, billed at its end, and the card has no money. */
async function isNotPaid(client: Client, assistant: User, from: Date): Promise<void> {
  const contractId = await payday.platform.arrange.contract({ client, assistant, startedAt: from });
  await payday.platform.arrange.week({ contractId, from, seconds: [36_000] });
  await payday.platform.get(InvoiceWeeks).run(payday.now);
  await payday.platform.get(ChargeInvoices).run(payday.now);
}

async function becameOf(client: Client): Promise<{ state: string; outcome: string | null } | undefined> {
  await payday.platform.get(GiveUpUnpaid).run(payday.now);
  const [invoice] = await payday.rows<{ state: string; outcome: string | null }>(
    'select state, unpaid_outcome as outcome from invoice where client_id = $1',
    [client.clientId],
  );
  return invoice;
}

test('a row holds for the weeks that begin from its day on, and for none that had begun', async () => {
  const [before, after] = [await poorClient('Fjord & Co'), await poorClient('Harbor Books')];
  const ben = await payday.assistant();
  const ended = weekOf(new Date(payday.now.getTime() - 7 * DAY_MS), ZONE);
  const coming = weekOf(new Date(payday.now.getTime() + 7 * DAY_MS), ZONE);
  const guaranteed = { outcome: 'platform_guarantees', finalAfterDays: 10 } as const;
  await rows().add(staff, { ...guaranteed, effectiveFrom: coming.start }, 'Kontor bears what cannot be collected.');

  await isNotPaid(before, ben, ended.start);
  await payday.passes(14);
  await isNotPaid(after, ben, coming.start);

  await payday.passes(11);
  expect(await becameOf(after)).toEqual({ state: 'uncollectible', outcome: 'platform_guarantees' });
  expect(await becameOf(before)).toEqual({ state: 'past_due', outcome: null });
  await payday.passes(6);
  expect(await becameOf(before)).toEqual({ state: 'uncollectible', outcome: 'assistant_unpaid' });
});

test('nothing is added for a time that has begun, or twice for the same', async () => {
  const add = (effectiveFrom: Date) =>
    rows().add(staff, { outcome: 'platform_guarantees', finalAfterDays: 30, effectiveFrom }, 'A row too many.');
  await expect(add(payday.now)).rejects.toMatchObject({
    code: 'only_the_future',
    faults: [{ field: 'effectiveFrom', message: 'must be in the future' }],
  });
  const soon = new Date(payday.now.getTime() + DAY_MS);
  await add(soon);
  await expect(add(soon)).rejects.toMatchObject({ code: 'taken_already' });
  expect(await rows().list()).toMatchObject([
    { effectiveFrom: soon, outcome: 'platform_guarantees', addedBy: staff.userId, addedAt: payday.now },
    { outcome: 'assistant_unpaid', finalAfterDays: 30, addedBy: null },
  ]);
});

test('what was added is never changed, by nobody', async () => {
  await expect(payday.platform.owner.query(`update unpaid_policy set final_after_days = 90`)).rejects.toThrow(
    'append-only',
  );
});
