import type Stripe from 'stripe';

import { invalidParameter } from '../api/api-error.ts';
import { operation } from '../api/operation.ts';
import { nextOfWeekdays } from '../business-days.ts';
import type { Context } from '../context.ts';
import type { Kinds } from '../kinds.ts';

type Settings = Kinds['balance_settings'];
type Payouts = NonNullable<Stripe.BalanceSettings.Payments['payouts']>;
type Schedule = NonNullable<Payouts['schedule']>;

const BUSINESS_DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const;
const WEEK = ['sunday', ...BUSINESS_DAYS, 'saturday'] as const;

export const balanceSettingsOperations = [
  operation('GET /v1/balance_settings', [], ({ context }) => shown(settingsOf(context))),

  operation<Stripe.BalanceSettingsUpdateParams>(
    'POST /v1/balance_settings',
    [
      'payments.debit_negative_balances',
      'payments.payouts.minimum_balance_by_currency',
      'payments.payouts.schedule.interval',
      'payments.payouts.schedule.weekly_payout_days',
      'payments.payouts.statement_descriptor',
      'payments.settlement_timing.delay_days_override',
    ],
    ({ context, params }) => shown(updateSettings(context, params)),
  ),
];

export function settingsOf(context: Context): Settings {
  return (
    context.find('balance_settings', settingsId(context)) ??
    context.insert('balance_settings', initialSettings(context))
  );
}

/** The next automatic payout of this account falls due on its next payout day; none does when they are manual. */
export function schedulePayouts(context: Context): void {
  const days = payoutDays(settingsOf(context).payments.payouts?.schedule);
  if (days.length === 0) context.emulator.due.drop('payouts.run', context.account);
  else context.later(nextOfWeekdays(context.now, days), 'payouts.run', context.account);
}

function updateSettings(context: Context, { payments = {} }: Stripe.BalanceSettingsUpdateParams): Settings {
  const before = settingsOf(context);
  const payouts = before.payments.payouts;
  const wanted = payments.payouts;
  const changed = context.change(before, {
    payments: {
      ...before.payments,
      debit_negative_balances: payments.debit_negative_balances ?? before.payments.debit_negative_balances,
      payouts: payouts && {
        ...payouts,
        schedule: wanted?.schedule ? scheduleOf(wanted.schedule, payouts.schedule) : payouts.schedule,
        minimum_balance_by_currency: minimums(wanted?.minimum_balance_by_currency, payouts.minimum_balance_by_currency),
        statement_descriptor: wanted?.statement_descriptor ?? payouts.statement_descriptor,
      },
      settlement_timing: delayed(before.payments.settlement_timing, payments.settlement_timing?.delay_days_override),
    },
  });
  schedulePayouts(context);
  context.tell('balance_settings.updated', shown(changed), before);
  return changed;
}

type WantedSchedule = NonNullable<Stripe.BalanceSettingsUpdateParams.Payments.Payouts['schedule']>;

function scheduleOf(wanted: WantedSchedule, before: Schedule | null): Schedule {
  const interval = wanted.interval ?? before?.interval ?? 'daily';
  if (interval === 'weekly') {
    const days = wanted.weekly_payout_days ?? before?.weekly_payout_days ?? [];
    if (days.length === 0)
      throw invalidParameter('payments[payouts][schedule][weekly_payout_days]', 'A weekly schedule needs its days.');
    return { interval, weekly_payout_days: days };
  }
  if (interval === 'monthly')
    throw invalidParameter('payments[payouts][schedule][interval]', 'The local Stripe knows no monthly payouts.');
  return { interval };
}

function payoutDays(schedule: Schedule | null | undefined): number[] {
  if (schedule?.interval === 'weekly')
    return (schedule.weekly_payout_days ?? []).map((day) => (WEEK as readonly string[]).indexOf(day));
  return schedule?.interval === 'daily' ? BUSINESS_DAYS.map((day) => (WEEK as readonly string[]).indexOf(day)) : [];
}

type Minimums = Payouts['minimum_balance_by_currency'];

function minimums(wanted: Record<string, number | '' | null> | '' | null | undefined, before: Minimums): Minimums {
  if (wanted === undefined) return before;
  const kept = Object.entries({ ...before, ...wanted }).filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number',
  );
  return wanted && kept.length > 0 ? Object.fromEntries(kept) : null;
}

type Timing = Stripe.BalanceSettings.Payments['settlement_timing'];

function delayed(timing: Timing, override: number | '' | null | undefined): Timing {
  if (override === undefined) return timing;
  const { delay_days_override: _dropped, ...rest } = timing;
  return override ? { ...rest, delay_days: override, delay_days_override: override } : { ...rest, delay_days: 2 };
}

// The platform's own payouts are manual, as it is set in the Dashboard: a daily sweep would drain what transfers need.
function initialSettings(context: Context): Settings {
  return {
    id: settingsId(context),
    object: 'balance_settings',
    payments: {
      debit_negative_balances: false,
      payouts: {
        automatic_transfer_rules_by_currency: null,
        minimum_balance_by_currency: null,
        schedule: { interval: context.isPlatform ? 'manual' : 'daily' },
        statement_descriptor: null,
        status: 'enabled',
      },
      settlement_timing: { delay_days: 2, start_of_day: null },
    },
  };
}

function settingsId(context: Context): string {
  return `balance_settings ${context.account}`;
}

function shown({ id: _id, ...settings }: Settings): Stripe.BalanceSettings {
  return settings;
}
