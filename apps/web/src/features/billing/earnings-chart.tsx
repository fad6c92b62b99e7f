import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { useTranslations } from 'use-intl';

import { formatAmount } from '../../ui/amount.tsx';
import { formatWeek } from '../../ui/week.tsx';
import type { EarnedWeek } from './earnings-by-week.ts';

const HEIGHT_PX = 260;
/** Told apart by pattern, since colour alone says nothing. */
const PATTERNS = ['solid', 'hatched', 'dotted', 'crossed', 'empty'] as const;

interface EarningsChartProps {
  readonly weeks: readonly EarnedWeek[];
  readonly clients: readonly string[];
}

/** A column a week, a part of it for each client. The table behind it says the same. */
export function EarningsChart({ weeks, clients }: EarningsChartProps) {
  const t = useTranslations('billing');
  const data = weeks.map(({ start, end, zone, cents }) => ({ week: formatWeek(start, end, zone), ...cents }));
  return (
    <figure aria-label={t('chartSays', { weeks: weeks.length })}>
      {/* As wide as its place and never the other way round: a chart keeps the width that it was drawn with. */}
      <div aria-hidden="true" className="overflow-hidden contain-inline-size">
        <ResponsiveContainer width="100%" height={HEIGHT_PX}>
          <BarChart data={data} margin={{ top: 8, right: 0, bottom: 0, left: 0 }} accessibilityLayer={false}>
            <Patterns />
            <CartesianGrid vertical={false} stroke="var(--rule)" />
            <XAxis dataKey="week" tickLine={false} axisLine={{ stroke: 'var(--rule-strong)' }} tick={tick} />
            <YAxis width={72} tickLine={false} axisLine={false} tick={tick} tickFormatter={formatAmount} />
            <Tooltip
              cursor={{ fill: 'var(--band)' }}
              isAnimationActive={false}
              contentStyle={{ background: 'var(--sheet)', border: '1px solid var(--edge)', color: 'var(--ink)' }}
              itemStyle={{ color: 'var(--ink)' }}
              formatter={(cents) => formatAmount(Number(cents))}
            />
            {clients.map((client, place) => (
              <Bar
                key={client}
                // By function: a name may hold what a path would be read from.
                dataKey={(row: Record<string, number>) => row[client] ?? 0}
                name={client}
                stackId="earned"
                fill={fillOf(place)}
                stroke="var(--ink)"
                isAnimationActive={false}
                maxBarSize={48}
              />
            ))}
          </BarChart>
        </ResponsiveContainer>
      </div>
      <figcaption className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-fine">
        {clients.map((client, place) => (
          <span key={client} className="inline-flex items-center gap-2">
            <svg aria-hidden="true" className="size-3.5">
              <rect width="100%" height="100%" fill={fillOf(place)} stroke="var(--ink)" />
            </svg>
            {client}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

const tick = { fill: 'var(--ink-soft)', fontSize: 13 };

function fillOf(place: number): string {
  return `url(#earned-${PATTERNS[place % PATTERNS.length]})`;
}

function Patterns() {
  return (
    <defs>
      <pattern id="earned-solid" width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" fill="var(--ink)" />
      </pattern>
      <pattern id="earned-hatched" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" fill="var(--sheet)" />
        <path d="M0 0v6" stroke="var(--ink)" strokeWidth="4" />
      </pattern>
      <pattern id="earned-dotted" width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" fill="var(--sheet)" />
        <circle cx="3" cy="3" r="1.5" fill="var(--ink)" />
      </pattern>
      <pattern id="earned-crossed" width="8" height="8" patternUnits="userSpaceOnUse">
        <rect width="8" height="8" fill="var(--band)" />
        <path d="M0 4h8M4 0v8" stroke="var(--ink)" strokeWidth="1" />
      </pattern>
      <pattern id="earned-empty" width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" fill="var(--sheet)" />
      </pattern>
    </defs>
  );
}
