import { KeyReused } from '@app/delivery';
import { DomainError, type User } from '@app/kernel';
import {
  AcceptOffer,
  Contracts,
  DescribeContracts,
  hiringEntities,
  HiringModule,
  type Offer,
  OfferContract,
  PostBrief,
} from '@app/hiring';
import { profilesEntities, Standings } from '@app/profiles';
import { Client } from 'pg';

import { type TestPlatform, testPlatform } from '../../../test/support/platform.ts';
import { aBrief } from './brief.example.ts';

let platform: TestPlatform;
let shop: User & { clientId: string };
let ben: User;

beforeAll(async () => {
  platform = await testPlatform({
    imports: [HiringModule],
    entities: [...hiringEntities, ...profilesEntities],
    now: '2026-03-02T09:00:00Z',
  });
});
afterAll(() => platform.close());
beforeEach(async () => {
  await platform.reset();
  shop = await platform.arrange.client();
  ben = await platform.arrange.assistant({ name: 'Ben' });
});

async function offer(over: Partial<Offer> = {}, by: User = shop, key: string = crypto.randomUUID()) {
  const terms = {
    businessId: shop.clientId,
    assistantId: ben.userId,
    title: 'Inbox',
    rateCents: 1_850,
    weeklyLimitMinutes: 900,
  };
  return platform.get(OfferContract).run(by, { ...terms, ...over }, key);
}

/** The code of the refusal. */
async function refusal(attempt: Promise<unknown>): Promise<string> {
  const error = await attempt.then(
    () => new Error('was accepted'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof DomainError)) throw error;
  return error.code;
}

const told = async () => (await platform.owner.query('select type, payload from event order by occurred_at, id')).rows;

test('whoever has not confirmed their address neither offers nor accepts', async () => {
  expect(await refusal(offer({}, { ...shop, emailVerified: false }))).toBe('email_not_verified');
  const { value } = await offer();
  const accepted = platform.get(AcceptOffer).run({ ...ben, emailVerified: false }, value.id);
  expect(await refusal(accepted)).toBe('email_not_verified');
});

test('an offer keeps the fees of its day and stands for seven days', async () => {
  await platform.owner.query(
    `insert into fee_schedule values ('2026-03-02T09:00:00Z', 1200, 0), ('2026-03-02T09:00:01Z', 2000, 0)`,
  );
  const { value } = await offer();
  expect(value).toMatchObject({
    state: 'offered',
    clientFeeBp: 1_200,
    assistantFeeBp: 0,
    offerExpiresAt: new Date('2026-03-09T09:00:00Z'),
  });
  expect(value.allInRate.cents).toBe(2_072);
  expect(await told()).toMatchObject([{ type: 'contract.offered', payload: { contractId: value.id } }]);
});

test('the same request twice makes one offer; the same key for another request is refused', async () => {
  const first = await offer({}, shop, 'offer-to-ben');
  const again = await offer({}, shop, 'offer-to-ben');
  expect([again.value.id, again.repeated]).toEqual([first.value.id, true]);
  expect(await told()).toHaveLength(1);
  await expect(offer({ rateCents: 1_900 }, shop, 'offer-to-ben')).rejects.toBeInstanceOf(KeyReused);
});

test('a client without a chargeable card is told to save one', async () => {
  await platform.db.transaction((tx) => platform.get(Standings).setChargeable(tx, shop.clientId, false));
  await expect(offer()).rejects.toMatchObject({
    code: 'card_missing',
    details: { businessId: shop.clientId, nextStep: 'save_card' },
  });
});

test('a client with an unpaid invoice, or suspended, cannot hire', async () => {
  await platform.owner.query('update client_standing set billing_hold_at = $1', [platform.clock.now()]);
  expect(await refusal(offer())).toBe('billing_hold');
  await platform.owner.query('update client_standing set suspended_at = $1', [platform.clock.now()]);
  expect(await refusal(offer())).toBe('client_suspended');
});

test.each([
  [999, 'rate_outside_bounds'],
  [2_501, 'rate_outside_bounds'],
])('an offer of %i cents an hour is refused', async (rateCents, code) => {
  expect(await refusal(offer({ rateCents }))).toBe(code);
});

test.each([1_000, 2_500])('an offer of %i cents an hour stands', async (rateCents) => {
  expect((await offer({ rateCents })).value.hourlyRate.cents).toBe(rateCents);
});

test('only a published assistant in a country that can be paid is hired', async () => {
  const unpaid = await platform.arrange.assistant({ country: 'PH' });
  expect(await refusal(offer({ assistantId: unpaid.userId }))).toBe('country_not_payable');
  const nobody = await platform.arrange.account();
  expect(await refusal(offer({ assistantId: nobody.userId }))).toBe('assistant_not_found');
  await platform.owner.query('update assistant_profile set published_at = null');
  expect(await refusal(offer())).toBe('assistant_not_found');
});

test('nobody is on both sides, through a business either', async () => {
  const bensShop = await platform.arrange.business(ben);
  expect(await refusal(offer({ businessId: bensShop.clientId }, bensShop))).toBe('self_dealing');

  await offer();
  const joining = platform.owner.query(`insert into business_member values ($1, $2, 'viewer', $3)`, [
    shop.clientId,
    ben.userId,
    platform.clock.now(),
  ]);
  await expect(joining).rejects.toThrow('both sides');
});

test('of an offer to somebody and their joining the business at once, one is refused', async () => {
  const outsider = new Client({ connectionString: platform.config.env.DATABASE_URL });
  await outsider.connect();
  await outsider.query('begin');
  await outsider.query(`insert into business_member values ($1, $2, 'viewer', $3)`, [
    shop.clientId,
    ben.userId,
    platform.clock.now(),
  ]);
  const answers: string[] = [];
  const offering = refusal(offer()).then((code) => answers.push(code));
  while (answers.length === 0 && !(await somebodyWaits())) continue;
  await outsider.query('commit');
  await outsider.end();
  await offering;
  expect(answers).toEqual(['self_dealing']);
});

test('an offer is for a brief of the same business, while it is open, and once an assistant', async () => {
  const { value: brief } = await platform.get(PostBrief).run(shop, aBrief(shop.clientId), crypto.randomUUID());
  await offer({ briefId: brief.id });
  expect(await refusal(offer({ briefId: brief.id }))).toBe('already_contracted');

  const other = await platform.arrange.business(shop, { name: 'Another of hers' });
  expect(await refusal(offer({ briefId: brief.id, businessId: other.clientId }, other))).toBe('brief_not_found');

  await platform.owner.query(`update brief set state = 'closed'`);
  const carol = await platform.arrange.assistant();
  expect(await refusal(offer({ briefId: brief.id, assistantId: carol.userId }))).toBe('brief_closed');
});

test('a stranger has no such business, and a viewer may not hire for it', async () => {
  const stranger = await platform.arrange.client();
  expect(await refusal(offer({}, stranger))).toBe('business_not_found');
  const viewer: User = { ...stranger, businesses: [{ id: shop.clientId, role: 'viewer' }] };
  expect(await refusal(offer({}, viewer))).toBe('forbidden');
});

test('both sides are warned when the limit is more than the assistant has free', async () => {
  const boston = await platform.arrange.client({ name: 'Harbor Books', zone: 'America/New_York' });
  await platform.arrange.contract({ client: boston, assistant: ben, weeklyLimitMinutes: 30 * 60 });
  const fits = await offer({ weeklyLimitMinutes: 10 * 60 });
  const tooMuch = await offer({ weeklyLimitMinutes: 10 * 60 + 15 });

  const warnings = async (id: string, actor: User) => {
    const contract = await platform.get(Contracts).find(actor, id);
    return (await platform.get(DescribeContracts).one(contract)).warnings;
  };
  expect(await warnings(fits.value.id, ben)).toEqual([]);
  const said = ['Up to 10 h 15 min a week, while Ben has only 10 h free beside other contracts.'];
  expect(await warnings(tooMuch.value.id, ben)).toEqual(said);
  expect(await warnings(tooMuch.value.id, shop)).toEqual(said);
});

async function somebodyWaits(): Promise<boolean> {
  const { rows } = await platform.owner.query(`select from pg_locks where not granted`);
  return rows.length > 0;
}
