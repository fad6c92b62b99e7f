import { Effects, Events } from '@app/delivery';
import { system } from '@app/kernel';

import { type TestPlatform, testPlatform } from './platform.ts';

let platform: TestPlatform;

beforeAll(async () => {
  platform = await testPlatform({ imports: [], entities: [], now: '2026-03-02T09:00:00Z' });
});
afterAll(() => platform.close());
beforeEach(() => platform.reset());

test('an event is told with the transaction, or not at all', async () => {
  const events = platform.get(Events);
  const happened = { type: 'something.happened', payload: {} };
  await platform.db.transaction((tx) => events.tell(tx, happened));
  const failing = platform.db.transaction(async (tx) => {
    await events.tell(tx, happened);
    throw new Error('later');
  });
  await expect(failing).rejects.toThrow('later');
  const { rows } = await platform.owner.query('select type from event');
  expect(rows).toEqual([{ type: 'something.happened' }]);
});

test('an effect happens once however often its event arrives', async () => {
  const event = {
    id: crypto.randomUUID(),
    type: 'something.happened',
    payload: {},
    occurredAt: platform.clock.now().toISOString(),
  };
  await platform.owner.query(`insert into event (id, type, payload, occurred_at) values ($1, $2, '{}', $3)`, [
    event.id,
    event.type,
    event.occurredAt,
  ]);
  let effects = 0;
  const handle = () => platform.get(Effects).once('a handler', event, async () => void (effects += 1));
  const results = await Promise.all([handle(), handle(), handle()]);
  expect(effects).toBe(1);
  expect(results.filter(Boolean)).toHaveLength(1);
});

test('the app cannot rewrite what is append-only, nor take part in a contract with itself', async () => {
  await platform.db.transaction((tx) => platform.get(Events).tell(tx, { type: 'something.happened', payload: {} }));
  await expect(platform.db.reader.query('delete from event')).rejects.toThrow('permission denied');
  await expect(platform.owner.query('delete from event')).rejects.toThrow('append-only');
  const client = await platform.arrange.client();
  await expect(platform.arrange.contract({ client, assistant: client })).rejects.toThrow('both sides');
  expect(system.kind).toBe('system');
});

test('people and contracts can be arranged', async () => {
  const client = await platform.arrange.client();
  const assistant = await platform.arrange.assistant();
  const id = await platform.arrange.contract({ client, assistant });
  const { rows } = await platform.owner.query('select id, state from contract');
  expect(rows).toEqual([{ id, state: 'active' }]);
});
