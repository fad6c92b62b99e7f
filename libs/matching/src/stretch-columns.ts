import type { LocalStretch } from './seen-from.ts';

/** Stretches of each zone as the five arrays that `unnest` reads: zone, week, weekday, from, to. */
export function stretchColumns(
  seen: readonly { readonly zone: string; readonly stretches: readonly LocalStretch[] }[],
): [string[], number[], number[], number[], number[]] {
  const rows = seen.flatMap(({ zone, stretches }) => stretches.map((stretch) => ({ zone, ...stretch })));
  return [
    rows.map(({ zone }) => zone),
    rows.map(({ week }) => week),
    rows.map(({ weekday }) => weekday),
    rows.map(({ fromMinute }) => fromMinute),
    rows.map(({ toMinute }) => toMinute),
  ];
}
