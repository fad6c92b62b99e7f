import { type TestPlatform, testPlatform } from '../../../test/support/platform.ts';
import { Audit, AuditModule, AuditTrail, ChainEntries, VerifyAudit } from './index.ts';

const now = new Date('2026-03-02T09:00:00Z');
const later = new Date('2026-03-02T10:00:00Z');
const subject = { kind: 'dispute', id: '01a20226-532a-7d47-83dc-088687511d2e' };

let platform: TestPlatform;
beforeAll(async () => {
  platform = await testPlatform({ imports: [AuditModule], entities: [], now: now.toISOString() });
});
afterAll(() => platform.close());
beforeEach(() => platform.reset());

const chain = () => platform.get(ChainEntries).run(now);
const verdict = () => platform.get(VerifyAudit).run(later);

async function record(action: string, after: object = {}): Promise<void> {
  await platform.db.transaction((tx) =>
    platform.get(Audit).record(tx, { actor: { kind: 'system' }, action, subject, after, reason: 'found_in_time' }, now),
  );
}

/** As somebody with the owner's rights would, who knows about the triggers. */
async function behindTheTriggers(sql: string): Promise<void> {
  await platform.owner.query('set session_replication_role = replica');
  await platform.owner.query(sql);
  await platform.owner.query('set session_replication_role = origin');
}

/** Three blocks of one entry each. */
async function threeBlocks(): Promise<void> {
  for (const action of ['dispute.opened', 'dispute.answered', 'dispute.decided']) {
    await record(action, { amountCents: 1_850, ground: 'not_worked' });
    await chain();
  }
}

test('what was done is read by its subject, the latest first', async () => {
  await record('dispute.opened');
  await record('dispute.decided', { seconds: 600 });

  const told = await platform.get(AuditTrail).of(subject);

  expect(told.map(({ action }) => action)).toEqual(['dispute.decided', 'dispute.opened']);
  expect(told[0]).toMatchObject({ actorKind: 'system', after: { seconds: 600 }, reason: 'found_in_time', at: now });
});

test('a rolled back action leaves no entry', async () => {
  const rolledBack = platform.db.transaction(async (tx) => {
    await platform.get(Audit).record(tx, { actor: { kind: 'system' }, action: 'dispute.opened', subject }, now);
    throw new Error('later');
  });
  await expect(rolledBack).rejects.toThrow('later');
  expect(await platform.get(AuditTrail).of(subject)).toEqual([]);
});

test('the chain holds, and its head names what was there', async () => {
  await threeBlocks();
  expect(await verdict()).toMatchObject({
    blocks: 3,
    entries: 3,
    faults: [],
    head: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
});

test('two workers at once seal every entry once', async () => {
  for (let n = 0; n < 5; n += 1) await record('dispute.opened', { n });
  await Promise.all([chain(), chain()]);
  await chain();
  expect(await verdict()).toMatchObject({ entries: 5, faults: [] });
});

test.each(['update audit_entry set action = action', 'delete from audit_block', 'delete from audit_block_entry'])(
  'even the owner of the database is refused: %s',
  async (sql) => {
    await threeBlocks();
    await expect(platform.owner.query(sql)).rejects.toThrow('is append-only');
  },
);

test.each(['update audit_entry set action = action', 'delete from audit_entry', 'truncate audit_block cascade'])(
  'the processes have no right to %s',
  async (sql) => {
    await expect(platform.db.transaction((tx) => tx.query(sql))).rejects.toThrow('permission denied');
  },
);

test.each([
  {
    what: 'an amount changed',
    sql: `update audit_entry set after = after || '{"amountCents": 1}' where action = 'dispute.answered'`,
  },
  {
    what: 'an actor changed',
    sql: `update audit_entry set actor_kind = 'staff', actor_id = uuidv7() where action = 'dispute.answered'`,
  },
  { what: 'an entry taken away', sql: `delete from audit_entry where action = 'dispute.answered'` },
  { what: 'an entry taken out of its block', sql: `delete from audit_block_entry where block = 2` },
])('$what behind the triggers is found, and the block is named', async ({ sql }) => {
  await threeBlocks();
  await behindTheTriggers(sql);
  expect((await verdict()).faults).toContainEqual({ block: 2, fault: 'changed' });
});

test('a block taken away with its entries is found', async () => {
  await threeBlocks();
  await behindTheTriggers(`
    delete from audit_entry where action = 'dispute.answered';
    delete from audit_block_entry where block = 2;
    delete from audit_block where number = 2`);
  expect((await verdict()).faults).toEqual([
    { block: 2, fault: 'missing_block' },
    { block: 3, fault: 'broken_chain' },
  ]);
});

test('what nobody sealed in time is found', async () => {
  await record('dispute.opened');
  expect((await verdict()).faults).toEqual([{ block: null, fault: 'left_open' }]);
});
