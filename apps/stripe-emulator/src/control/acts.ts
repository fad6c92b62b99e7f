import { invalid } from '../api/api-error.ts';
import type { FaultRule } from '../api/faults.ts';
import type { JournalFilter } from '../api/journal.ts';
import type { Context } from '../context.ts';
import type { Emulator } from '../emulator.ts';
import { PLATFORM } from '../ids.ts';
import { idOf } from '../kinds.ts';
import type { Standing } from '../resources/account-standing.ts';
import { setStanding } from '../resources/accounts.ts';
import { post } from '../resources/balance.ts';
import { decide, type DisputeOptions, openDispute } from '../resources/disputes.ts';
import { confirmPayment } from '../resources/confirm-payment.ts';
import { completeOnboarding } from '../resources/onboarding.ts';
import { authenticate, payInCheckout } from '../resources/pay-in-checkout.ts';
import { createPaymentIntent } from '../resources/payment-intents.ts';
import { type CardHidden, detach, newCard } from '../resources/payment-methods.ts';
import { createPayout, failPayout } from '../resources/payouts.ts';
import { isDeclineReason } from '../resources/test-cards.ts';
import { createTopup } from '../resources/topups.ts';
import { balancesOf } from './balances.ts';

type Act = (emulator: Emulator, asked: never) => unknown;

/** What a test or a launcher can do that no caller of the API can: each is `POST /_emulator/{name}` with a JSON body. */
export const acts: Readonly<Record<string, Act>> = {
  clock: (emulator) => clockOf(emulator),
  advance: (emulator, { at }: { at: string }) => {
    emulator.advanceTo(new Date(at));
    return clockOf(emulator);
  },
  follow_system_clock: (emulator) => {
    emulator.followSystemClock();
    return clockOf(emulator);
  },
  drain: async (emulator) => ({ failing: await emulator.sender.drain() }),
  reset: (emulator) => emulator.reset(),

  add_fault: (emulator, rule: FaultRule) => emulator.change(() => emulator.faults.add(rule)),
  clear_faults: (emulator) => emulator.change(() => emulator.faults.clear()),
  requests: (emulator, filter: JournalFilter) => emulator.journal.read(filter),
  counters: (emulator) => ({
    unimplemented: emulator.findings.of('unimplemented'),
    violations: emulator.findings.of('violation'),
  }),
  balances: (emulator) => balancesOf(emulator),

  dispute: (emulator, { charge, ...options }: DisputeOptions & { charge: string }) =>
    changed(emulator, (context) => openDispute(context, charge, options)),
  win_dispute: (emulator, { id, returnsFee }: { id: string; returnsFee?: boolean }) =>
    changed(emulator, (context) => decide(context, context.get('dispute', id), 'won', returnsFee)),
  lose_dispute: (emulator, { id }: { id: string }) =>
    changed(emulator, (context) => decide(context, context.get('dispute', id), 'lost')),
  fail_payout: (emulator, { id, code }: { id: string; code?: string }) =>
    changed(emulator, (context) => failPayout(ownerOf(context, id), id, code)),

  pay_out_by_hand: (emulator, { account, amount }: { account: string; amount: number }) =>
    changed(emulator, (context) => createPayout(context.on(account), { amount, currency: 'usd' })),

  set_account_status: (emulator, { account, status, reason }: { account: string; status: Standing; reason?: string }) =>
    changed(emulator, (context) => setStanding(context, account, status, reason)),
  complete_onboarding: (emulator, { account, bankNumber }: { account: string; bankNumber?: string }) =>
    changed(emulator, (context) => completeOnboarding(context, account, bankNumber)),

  top_up: (emulator, { amount }: { amount: number }) =>
    changed(emulator, (context) => createTopup(context, { amount, currency: 'usd' })),
  contribute: (emulator, { amount }: { amount: number }) =>
    changed(emulator, (context) =>
      post(context, { type: 'contribution', amount: -amount, currency: 'usd', source: null }),
    ),
  charge_by_hand: (emulator, { invoice, amount }: { invoice: string; amount: number }) =>
    changed(emulator, (context) => chargeByHand(context, invoice, amount)),
  authenticate: (emulator, { id, confirms }: { id: string; confirms: boolean }) =>
    changed(emulator, (context) => authenticate(context, id, confirms)),
  detach_card: (emulator, { id }: { id: string }) => changed(emulator, (context) => detach(context, id)),
  set_card_outcome: (emulator, { id, outcome }: { id: string; outcome: string }) =>
    changed(emulator, (context) => setCardOutcome(context, id, outcome)),
  complete_checkout: (emulator, { session, cardNumber }: { session: string; cardNumber: string }) =>
    completeCheckout(emulator, session, cardNumber),
};

function clockOf(emulator: Emulator): { now: Date; nextDueAt: Date | null; mode: 'real' | 'frozen' } {
  const next = emulator.due.next();
  return {
    now: emulator.clock.now(),
    nextDueAt: next ? new Date(next.at) : null,
    mode: emulator.clock.isReal ? 'real' : 'frozen',
  };
}

function completeCheckout(emulator: Emulator, session: string, cardNumber: string): unknown {
  return changed(emulator, (context) => {
    const paid = payInCheckout(context, session, cardNumber);
    if (paid.status === 'complete') return paid;
    authenticate(context, idOf(paid.setup_intent) ?? idOf(paid.payment_intent) ?? '', true);
    return context.get('checkout.session', session);
  });
}

function setCardOutcome(context: Context, id: string, outcome: string): object {
  context.get('payment_method', id);
  if (outcome !== 'succeeds' && !isDeclineReason(outcome))
    throw invalid('parameter_invalid', `${outcome} is no decline code of the local Stripe.`, 'outcome');
  context.hide<CardHidden>(id, { outcome });
  return {};
}

/** Somebody at the Dashboard charges a card once more for what was paid already. */
function chargeByHand(context: Context, invoice: string, amount: number): { charge: string } {
  const method = newCard(context, { number: '4242424242424242' }).id;
  const intent = createPaymentIntent(context, { amount, currency: 'usd', metadata: { invoice_id: invoice } });
  const paid = confirmPayment(context, intent, { paymentMethod: method, isOffSession: false });
  return { charge: idOf(paid.latest_charge) ?? '' };
}

function ownerOf(context: Context, id: string): Context {
  const row = context.emulator.db.one<{ account: string }>('select account from object where id = ?', id);
  return context.on(row?.account ?? PLATFORM);
}

function changed(emulator: Emulator, work: (context: Context) => unknown): unknown {
  try {
    return emulator.changeUnlessDeclined(() => work(emulator.on(PLATFORM)));
  } finally {
    emulator.sender.wake();
  }
}
