import type { SpendView } from '@app/wire/billing';

import { locale } from '../../i18n/spoken.ts';

export interface SpendColumn {
  /** `2026-03` */
  readonly month: string;
  /** By assistant. */
  readonly cents: Readonly<Record<string, number>>;
}

/** As many as can be told apart; the rest are one. */
const MOST_NAMED = 4;

/** What the chart draws: the costliest assistants by name, and everybody else together. */
export function spendColumns({ months, rows }: SpendView, others: string): { columns: SpendColumn[]; names: string[] } {
  const totals = Map.groupBy(rows, ({ assistant }) => assistant.name);
  const ranked = [...totals]
    .map(([name, theirs]) => ({ name, cents: sum(theirs.map(({ spentCents }) => spentCents)) }))
    .toSorted((a, b) => b.cents - a.cents)
    .map(({ name }) => name);
  const named = ranked.length > MOST_NAMED + 1 ? ranked.slice(0, MOST_NAMED) : ranked;
  const nameOf = (name: string) => (named.includes(name) ? name : others);
  const columns = months.map((month) => {
    const cents: Record<string, number> = {};
    for (const row of rows.filter((one) => one.month === month)) {
      const name = nameOf(row.assistant.name);
      cents[name] = (cents[name] ?? 0) + row.spentCents;
    }
    return { month, cents };
  });
  return { columns, names: named.length < ranked.length ? [...named, others] : named };
}

/** `2026-03` as `March 2026`, or `Mar`. */
export function formatMonth(month: string, as: 'short' | 'long'): string {
  const words: Intl.DateTimeFormatOptions = as === 'short' ? { month: 'short' } : { month: 'long', year: 'numeric' };
  return new Intl.DateTimeFormat(locale(), { ...words, timeZone: 'UTC' }).format(new Date(`${month}-15T12:00Z`));
}

function sum(cents: readonly number[]): number {
  return cents.reduce((total, one) => total + one, 0);
}
