import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { useTranslations } from 'use-intl';

import { formatAmount } from '../../ui/amount.tsx';
import { formatMonth, type SpendColumn } from './spend-columns.ts';

const HEIGHT_PX = 280;
/** Told apart by pattern as well as by colour: solid, hatched, dotted, empty. */
const PATTERNS = ['solid', 'hatched', 'dotted', 'crossed', 'empty'] as const;

interface SpendChartProps {
  readonly columns: readonly SpendColumn[];
  readonly names: readonly string[];
}

/** A column a month, a part of it for each assistant. The table behind it says the same. */
export function SpendChart({ columns, names }: SpendChartProps) {
  const t = useTranslations('home');
  const data = columns.map(({ month, cents }) => ({ month: formatMonth(month, 'short'), ...cents }));
  return (
    <figure>
      <p className="sr-only">{t('chartSays', { months: columns.length })}</p>
      {/* As wide as its place and never the other way round: a chart keeps the width that it was drawn with. */}
      <div aria-hidden="true" className="overflow-hidden contain-inline-size">
        <ResponsiveContainer width="100%" height={HEIGHT_PX}>
          <BarChart data={data} margin={{ top: 8, right: 0, bottom: 0, left: 0 }} accessibilityLayer={false}>
            <Patterns />
            <CartesianGrid vertical={false} stroke="var(--rule)" />
            <XAxis dataKey="month" tickLine={false} axisLine={{ stroke: 'var(--rule-strong)' }} tick={tick} />
            <YAxis width={72} tickLine={false} axisLine={false} tick={tick} tickFormatter={formatAmount} />
            <Tooltip
              cursor={{ fill: 'var(--band)' }}
              isAnimationActive={false}
              contentStyle={{ background: 'var(--sheet)', border: '1px solid var(--edge)', color: 'var(--ink)' }}
              itemStyle={{ color: 'var(--ink)' }}
              formatter={(cents) => formatAmount(Number(cents))}
            />
            {names.map((name, place) => (
              <Bar
                key={name}
                dataKey={name}
                stackId="spend"
                fill={`url(#spend-${PATTERNS[place % PATTERNS.length]})`}
                stroke="var(--ink)"
                isAnimationActive={false}
                maxBarSize={48}
              />
            ))}
          </BarChart>
        </ResponsiveContainer>
      </div>
      <figcaption className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-fine">
        {names.map((name, place) => (
          <span key={name} className="inline-flex items-center gap-2">
            <svg aria-hidden="true" className="size-3.5">
              <rect
                width="100%"
                height="100%"
                fill={`url(#spend-${PATTERNS[place % PATTERNS.length]})`}
                stroke="var(--ink)"
              />
            </svg>
            {name}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

const tick = { fill: 'var(--ink-soft)', fontSize: 13 };

function Patterns() {
  return (
    <defs>
      <pattern id="spend-solid" width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" fill="var(--ink)" />
      </pattern>
      <pattern id="spend-hatched" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" fill="var(--sheet)" />
        <path d="M0 0v6" stroke="var(--ink)" strokeWidth="4" />
      </pattern>
      <pattern id="spend-dotted" width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" fill="var(--sheet)" />
        <circle cx="3" cy="3" r="1.5" fill="var(--ink)" />
      </pattern>
      <pattern id="spend-crossed" width="8" height="8" patternUnits="userSpaceOnUse">
        <rect width="8" height="8" fill="var(--band)" />
        <path d="M0 4h8M4 0v8" stroke="var(--ink)" strokeWidth="1" />
      </pattern>
      <pattern id="spend-empty" width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" fill="var(--sheet)" />
      </pattern>
    </defs>
  );
}
