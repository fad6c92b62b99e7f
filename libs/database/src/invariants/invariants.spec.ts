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

test('an event without its effect, an illegal move and a guard taken away are found', async () => {
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
