import { Money } from '@app/kernel';
import { credit, debit, type Journal, Ledger } from '@app/ledger';
import type { DisputeAtStripe } from '@app/stripe';

import { Payday } from '../../../../test/support/payday.ts';
import { chargebacksEntities, ChargebacksModule } from './chargebacks.module.ts';
import { ObserveChargeback } from './observe-chargeback.ts';
import { SettleChargebacks } from './settle-chargebacks.ts';

const TAKEN = Money.usd(40_70);

let payday: Payday;
let charge: string;

beforeAll(async () => {
  payday = await Payday.start({ imports: [ChargebacksModule], entities: chargebacksEntities });
  await payday.earns(await payday.assistant(), [[await payday.client(), 2]]);
  const [invoice] = await payday.rows<{ charge: string }>(`select charge_id as charge from invoice`);
  charge = invoice?.charge ?? '';
}, 120_000);
afterAll(() => payday.stop());

type Told = (id: string) => Promise<void>;

/** What was read at Stripe at some time, told now. */
const read =
  (status: string, out: Money, transactions: readonly string[]): Told =>
  async (id) => {
    const dispute: DisputeAtStripe = {
      ...{ id, chargeId: charge, amount: TAKEN, reason: 'fraudulent', status, out, submissions: 0 },
      ...{ openedAt: payday.now, dueBy: null, transactionIds: transactions.map((name) => `${name}_${id}`) },
    };
    await payday.platform.get(ObserveChargeback).learn(dispute);
  };

/** A movement seen in Stripe's balance. */
const seen =
  (name: string, kind: 'J14' | 'J15', amount: Money): Told =>
  async (id) => {
    const journal: Journal = {
      ...{ reference: `txn:${name}_${id}`, kind, reason: 'As Stripe told', occurredAt: payday.now },
      postings: [
        debit('chargeback_held', amount, { stripeId: id }),
        credit('stripe_balance', amount, { stripeId: `${name}_${id}` }),
      ],
    };
    await payday.platform.db.transaction((tx) => payday.platform.get(Ledger).post(tx, journal));
  };

const nothing = Money.usd(0);
const lifeOfALateWin: readonly Told[] = [
  read('needs_response', nothing, []),
  read('under_review', TAKEN, ['taken']),
  read('lost', TAKEN, ['taken']),
  read('won', nothing, ['taken', 'back']),
  seen('taken', 'J14', TAKEN),
  seen('back', 'J15', Money.usd(-40_70)),
];

function ordersOf<Thing>(things: readonly Thing[]): Thing[][] {
  if (things.length === 0) return [[]];
  return things.flatMap((thing, place) => ordersOf(things.toSpliced(place, 1)).map((rest) => [thing, ...rest]));
}

test('in whatever order its six parts are told, some of them twice, a chargeback lost and won late ends at the same place', async () => {
  const settle = () => payday.platform.get(SettleChargebacks).run();
  const orders = ordersOf(lifeOfALateWin);
  expect(orders).toHaveLength(720);
  for (const [number, order] of orders.entries()) {
    const id = `du_${number}`;
    for (const [place, told] of order.entries()) {
      await told(id);
      if (place === number % order.length) await told(id);
      if (place === number % 5) await settle();
    }
  }
  await settle();

  expect(await payday.rows(`select state, out_cents::int, count(*)::int from chargeback group by 1, 2`)).toEqual([
    { state: 'won', out_cents: 0, count: 720 },
  ]);
  expect(await payday.rows(`select live_holds from earning`)).toEqual([{ live_holds: 0 }]);
  expect(await payday.rows(`select 1 from client_standing where billing_hold_at is not null`)).toEqual([]);
  expect(await payday.rows(`select 1 from invoice where charge_disputed_at is not null`)).toEqual([]);
  const left = `select account, stripe_id, sum(amount_cents) from posting
                 where account in ('chargeback_held', 'platform_losses') group by 1, 2 having sum(amount_cents) <> 0`;
  expect(await payday.rows(left)).toEqual([]);
  expect(await payday.rows(`select sum(amount_cents)::int as fee from posting where account = 'service_fee'`)).toEqual([
    { fee: -3_70 },
  ]);
  const lost = await payday.rows<{ n: number }>(`select count(distinct chargeback_id)::int as n from chargeback_loss`);
  expect(lost[0]?.n).toBeGreaterThan(50); // Of many orders the loss was borne first, and given back.
}, 400_000);
