import { randomUUIDv7 } from 'node:crypto';

import { Money } from '@app/kernel';
import { Ledger } from '@app/ledger';
import { transactionSeen } from '@app/payouts';
import type { RefundAtStripe } from '@app/stripe';

import { Payday } from '../../../../test/support/payday.ts';
import { Refund } from './refund.entity.ts';
import { SettleRefund } from './settle-refund.ts';

const AMOUNT = Money.usd(40_70);
const NOTHING = Money.usd(0);

let payday: Payday;
let invoice: { id: string; clientId: string; chargeId: string };

beforeAll(async () => {
  payday = await Payday.start();
  await payday.earns(await payday.assistant(), [[await payday.client(), 2]]);
  const [paid] = await payday.rows<typeof invoice>(
    `select id, client_id as "clientId", charge_id as "chargeId" from invoice`,
  );
  if (!paid) throw new Error('nothing was paid');
  invoice = paid;
}, 120_000);
afterAll(() => payday.stop());

/** Something of a refund's life comes to be known. */
type Told = (refund: Refund) => Promise<unknown>;

const idAtStripe = ({ id }: Refund) => `re_${id}`;
const stands = (refund: Refund, status: RefundAtStripe['status']) => ({
  ...{ id: idAtStripe(refund), refundId: refund.id, chargeId: invoice.chargeId, amount: AMOUNT, status },
  ...{ failure: status === 'failed' ? 'expired_or_canceled_card' : null, createdAt: payday.now },
  waitsForBalance: false,
});
const settle = () => payday.platform.get(SettleRefund);

const accepted: Told = (refund) => settle().sent(refund, stands(refund, 'pending'));
const read =
  (status: RefundAtStripe['status']): Told =>
  (refund) =>
    settle().read(refund.id, stands(refund, status));
const seen =
  (type: 'refund' | 'refund_failure', amount: Money): Told =>
  (refund) => {
    const id = `txn_${type}_${refund.id}`;
    const journal = transactionSeen({
      ...{ id, type, category: type, sourceId: idAtStripe(refund), amount, fee: NOTHING, net: amount },
      ...{ createdAt: payday.now, availableAt: payday.now },
    });
    return payday.platform.db.transaction((tx) => payday.platform.get(Ledger).post(tx, journal));
  };

/** The bank takes it, and sends it back. */
const lifeOfOneThatFails: readonly Told[] = [
  accepted,
  read('pending'),
  read('succeeded'),
  read('failed'),
  seen('refund', NOTHING.minus(AMOUNT)),
  seen('refund_failure', AMOUNT),
];

function ordersOf<Thing>(things: readonly Thing[]): Thing[][] {
  if (things.length === 0) return [[]];
  return things.flatMap((thing, place) => ordersOf(things.toSpliced(place, 1)).map((rest) => [thing, ...rest]));
}

/** Claimed to be sent, and Stripe is asked. */
async function claimed(): Promise<Refund> {
  const { id: invoiceId, clientId, chargeId } = invoice;
  const of = { id: randomUUIDv7(), giveBackId: null, invoiceId, clientId, chargeId, amountCents: AMOUNT };
  const refund = Refund.due({ ...of, waitsFor: null }, payday.now);
  await payday.platform.db.transaction(async (tx) => {
    await tx.insert(Refund, refund);
    refund.claim(payday.now);
    await tx.save(refund);
  });
  return refund;
}

test('in all 720 orders of its six parts, one of them told twice, a refund that fails ends at the same place', async () => {
  const orders = ordersOf(lifeOfOneThatFails);
  expect(orders).toHaveLength(720);
  for (const [number, order] of orders.entries()) {
    const refund = await claimed();
    for (const [place, part] of order.entries()) {
      await part(refund);
      if (place === number % order.length) await part(refund);
    }
    await read('failed')(refund); // The sweep that asks for whatever nobody has told.
  }

  expect(await payday.rows(`select state, failure, count(*)::int as n from refund group by 1, 2`)).toEqual([
    { state: 'failed', failure: 'expired_or_canceled_card', n: 720 },
  ]);
  const kinds = `select kind, count(*)::int as n from journal where kind in ('J11', 'J12') group by 1 order by 1`;
  expect(await payday.rows(kinds)).toEqual([
    { kind: 'J11', n: 2 * 720 },
    { kind: 'J12', n: 2 * 720 },
  ]);
  const left = `select account, stripe_id, sum(amount_cents) from posting
                 where account in ('stripe_in_transit', 'refund_due') and stripe_id like 're_%'
                 group by 1, 2 having sum(amount_cents) <> 0`;
  expect(await payday.rows(left)).toEqual([]);
  expect(await payday.platform.get(Ledger).balance('refund_due')).toEqual(NOTHING);
  expect(await payday.platform.get(Ledger).balance('suspense')).toEqual(NOTHING);
}, 240_000);
