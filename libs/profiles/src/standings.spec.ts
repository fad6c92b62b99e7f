import { profilesEntities, ProfilesModule, Standings, whyNotWorkedFor } from '@app/profiles';
import { Client } from 'pg';

import { type TestPlatform, testPlatform } from '../../../test/support/platform.ts';

let platform: TestPlatform;
let standings: Standings;

beforeAll(async () => {
  platform = await testPlatform({
    imports: [ProfilesModule],
    entities: [...profilesEntities],
    now: '2026-03-02T09:00:00Z',
  });
  standings = platform.get(Standings);
});
afterAll(() => platform.close());
beforeEach(() => platform.reset());

test('a client may be worked for once a card is saved, and not while an invoice holds them', async () => {
  const { clientId } = await platform.arrange.client({ chargeable: false });
  const why = async () => whyNotWorkedFor(await standings.ofClient(clientId));
  expect(await why()).toBe('card_missing');
  await platform.db.transaction((tx) => standings.setChargeable(tx, clientId, true));
  expect(await why()).toBeNull();
  await platform.db.transaction((tx) => standings.setBillingHold(tx, clientId, platform.clock.now()));
  expect(await why()).toBe('billing_hold');
  await platform.db.transaction((tx) => standings.setBillingHold(tx, clientId, null));
  expect(await why()).toBeNull();
});

test('a client that nobody has written about has no card', async () => {
  const standing = await standings.ofClient(crypto.randomUUID());
  expect(whyNotWorkedFor(standing)).toBe('card_missing');
});

test('a standing that is locked cannot change until the transaction ends', async () => {
  const { clientId } = await platform.arrange.client();
  const order: string[] = [];
  let holding: Promise<void> | undefined;
  await platform.db.transaction(async (tx) => {
    await standings.lockOfClient(tx, clientId);
    holding = holdFromElsewhere(clientId).then(() => void order.push('held'));
    // Until the holder is seen waiting for the lock: otherwise it may just not have begun.
    while (!(await somebodyWaits())) continue;
    order.push('worked');
  });
  await holding;
  expect(order).toEqual(['worked', 'held']);
});

test('whether an assistant can be paid is what was said last', async () => {
  const { userId } = await platform.arrange.account();
  expect(await standings.ofPayee(userId)).toEqual({ assistantId: userId, payable: false });
  await platform.db.transaction((tx) => standings.setPayable(tx, userId, true));
  expect(await standings.ofPayee(userId)).toEqual({ assistantId: userId, payable: true });
});

async function somebodyWaits(): Promise<boolean> {
  const { rows } = await platform.owner.query(`select from pg_locks where not granted`);
  return rows.length > 0;
}

async function holdFromElsewhere(clientId: string): Promise<void> {
  const other = new Client({ connectionString: platform.config.env.DATABASE_URL });
  await other.connect();
  await other.query('update client_standing set billing_hold_at = $2 where client_id = $1', [
    clientId,
    platform.clock.now(),
  ]);
  await other.end();
}
