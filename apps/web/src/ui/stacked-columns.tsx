import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';

import { formatAmount } from './amount.tsx';

const HEIGHT_PX = 260;
/** Told apart by pattern, since colour alone says nothing. */
const PATTERNS = ['solid', 'hatched', 'dotted', 'crossed', 'empty'] as const;

export interface Column {
  readonly label: string;
  /** Whole cents, by the name of the part. */
  readonly cents: Readonly<Record<string, number>>;
}

interface StackedColumnsProps {
  readonly columns: readonly Column[];
  /** The names of the parts, which stand on each other in this order. */
  readonly parts: readonly string[];
  /** What it shows, for whoever does not see it. The screen has the same as a table. */
  readonly says: string;
}

/** Amounts as columns of parts. Heavy with its library: only behind a lazy door. */
export function StackedColumns({ columns, parts, says }: StackedColumnsProps) {
  return (
    <figure aria-label={says}>
      {/* As wide as its place and never the other way round: a chart keeps the width that it was drawn with. */}
      <div aria-hidden="true" className="overflow-hidden contain-inline-size">
        <ResponsiveContainer width="100%" height={HEIGHT_PX}>
          <BarChart data={[...columns]} margin={{ top: 8, right: 0, bottom: 0, left: 0 }} accessibilityLayer={false}>
            <Patterns />
            <CartesianGrid vertical={false} stroke="var(--rule)" />
            <XAxis dataKey="label" tickLine={false} axisLine={{ stroke: 'var(--rule-strong)' }} tick={tick} />
            <YAxis width={72} tickLine={false} axisLine={false} tick={tick} tickFormatter={formatAmount} />
            <Tooltip
              cursor={{ fill: 'var(--band)' }}
              isAnimationActive={false}
              contentStyle={{ background: 'var(--sheet)', border: '1px solid var(--edge)', color: 'var(--ink)' }}
              itemStyle={{ color: 'var(--ink)' }}
              formatter={(cents) => formatAmount(Number(cents))}
            />
            {parts.map((part, place) => (
              <Bar
                key={part}
                // By function: a name may hold what a path would be read from.
                dataKey={({ cents }: Column) => cents[part] ?? 0}
                name={part}
                stackId="parts"
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
        {parts.map((part, place) => (
          <span key={part} className="inline-flex items-center gap-2">
            <svg aria-hidden="true" className="size-3.5">
              <rect width="100%" height="100%" fill={fillOf(place)} stroke="var(--ink)" />
            </svg>
            {part}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

const tick = { fill: 'var(--ink-soft)', fontSize: 13 };

function fillOf(place: number): string {
  return `url(#column-${PATTERNS[place % PATTERNS.length]})`;
}

function Patterns() {
  return (
    <defs>
      <pattern id="column-solid" width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" fill="var(--ink)" />
      </pattern>
      <pattern id="column-hatched" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" fill="var(--sheet)" />
        <path d="M0 0v6" stroke="var(--ink)" strokeWidth="4" />
      </pattern>
      <pattern id="column-dotted" width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" fill="var(--sheet)" />
        <circle cx="3" cy="3" r="1.5" fill="var(--ink)" />
      </pattern>
      <pattern id="column-crossed" width="8" height="8" patternUnits="userSpaceOnUse">
        <rect width="8" height="8" fill="var(--band)" />
        <path d="M0 4h8M4 0v8" stroke="var(--ink)" strokeWidth="1" />
      </pattern>
      <pattern id="column-empty" width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" fill="var(--sheet)" />
      </pattern>
    </defs>
  );
}
