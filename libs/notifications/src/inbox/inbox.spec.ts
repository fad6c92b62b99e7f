import { randomUUIDv7 } from 'node:crypto';

import type { User } from '@app/kernel';

import { type TestPlatform, testPlatform } from '../../../../test/support/platform.ts';
import { Inbox } from './inbox.ts';
import { InboxModule } from './inbox.module.ts';
import { noticeLines } from './notice-lines.ts';

let platform: TestPlatform;
let inbox: Inbox;
let client: User & { clientId: string };
let assistant: User;
let contractId: string;

beforeAll(async () => {
  platform = await testPlatform({ imports: [InboxModule], entities: [], now: '2026-03-02T09:00:00Z' });
  inbox = platform.get(Inbox);
});
afterAll(() => platform.close());
beforeEach(async () => {
  await platform.reset();
  client = await platform.arrange.client({ name: 'Fjord & Co' });
  assistant = await platform.arrange.assistant({ name: 'Marta' });
  contractId = await platform.arrange.contract({ client, assistant });
});

/** The event, delivered to every line that listens to it; and again, as queues do. */
async function happens(type: string, payload: object): Promise<void> {
  const event = { id: randomUUIDv7(), type, payload, occurredAt: platform.clock.now().toISOString() };
  await platform.owner.query(`insert into event (id, type, payload, occurred_at) values ($1, $2, $3, $4)`, [
    event.id,
    type,
    JSON.stringify(payload),
    event.occurredAt,
  ]);
  for (const line of noticeLines.filter(({ event: name }) => name === type)) {
    await platform.db.transaction((tx) => inbox.tell(tx, line, event));
    await platform.db.transaction((tx) => inbox.tell(tx, line, event));
  }
}

test('an offer is told to its assistant, once, with what the sentence needs', async () => {
  await happens('contract.offered', { contractId });
  expect(await inbox.latest(assistant)).toMatchObject([
    {
      kind: 'contract_offered',
      facts: { client: 'Fjord & Co', title: 'Inbox and social media' },
      link: `/assist/contracts/${contractId}`,
    },
  ]);
  expect(await inbox.latest(client)).toEqual([]);
});

test('a week whose hours are used up is told to whoever hires, and more of them to the assistant', async () => {
  const from = platform.clock.now();
  const contractWeekId = await platform.arrange.week({ contractId, from, seconds: [3_600], state: 'open' });
  await happens('limit.neared', { contractWeekId, percent: 95 });
  expect(await inbox.latest(client)).toEqual([]);
  await happens('limit.neared', { contractWeekId, percent: 100 });
  expect(await inbox.latest(client)).toMatchObject([
    { kind: 'limit_reached', facts: { assistant: 'Marta' }, link: `/hire/weeks/${contractWeekId}` },
  ]);
  await happens('limit.raised', { contractWeekId, limitMinutes: 960 });
  expect(await inbox.latest(assistant)).toContainEqual(
    expect.objectContaining({ kind: 'limit_raised', facts: { client: 'Fjord & Co', minutes: 960 } }),
  );
});

test('an ending is told to the side that did not end it, and to both when Kontor did', async () => {
  await happens('contract.ended', { contractId, endedBy: client.userId });
  expect(await inbox.unread(assistant)).toBe(1);
  expect(await inbox.unread(client)).toBe(0);
  await happens('contract.ended', { contractId, endedBy: null });
  expect(await inbox.latest(client)).toMatchObject([
    { kind: 'contract_ended', facts: { with: 'Marta' }, link: `/hire/contracts/${contractId}` },
  ]);
});

test('reading one reads those before it, and nobody reads for somebody else', async () => {
  await happens('contract.offered', { contractId });
  await happens('timer.stopped', { contractId, stoppedAt: '2026-03-02T08:00:00.000Z', why: 'longest_run' });
  const [latest, first] = await inbox.latest(assistant);
  await inbox.read(client, latest?.id ?? '');
  expect(await inbox.unread(assistant)).toBe(2);
  await inbox.read(assistant, first?.id ?? '');
  expect((await inbox.latest(assistant)).map(({ readAt }) => readAt !== null)).toEqual([false, true]);
  await inbox.read(assistant, latest?.id ?? '');
  expect(await inbox.unread(assistant)).toBe(0);
});

test.each(noticeLines)('$kind finds its people without a fault, whatever the payload lacks', async (line) => {
  const event = { id: randomUUIDv7(), type: line.event, payload: {}, occurredAt: platform.clock.now().toISOString() };
  expect(await platform.db.transaction((tx) => inbox.tell(tx, line, event))).toEqual([]);
});
