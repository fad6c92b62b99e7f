import { Money } from '@app/kernel';
import { Column } from 'typeorm';

/** A bigint of cents. Kontor keeps one currency, so the column holds none. */
export function MoneyColumn(options: { nullable?: boolean; name?: string } = {}): PropertyDecorator {
  return Column('bigint', {
    ...options,
    transformer: {
      to: (money: Money | null) => money?.cents ?? null,
      from: (cents: string | null) => (cents === null ? null : Money.usd(Number(cents))),
    },
  });
}

/** A whole number beyond 32 bits, such as seconds summed over weeks. pg hands bigint over as text. */
export function BigintColumn(options: { nullable?: boolean } = {}): PropertyDecorator {
  return Column('bigint', {
    ...options,
    transformer: {
      to: (value: number | null) => value,
      from: (text: string | null) => (text === null ? null : Number(text)),
    },
  });
}

export interface TimeRange {
  readonly start: Date;
  /** null: still running. */
  readonly end: Date | null;
}

/** Half-open `[start, end)`; an open end is a timer that runs. */
export function TimeRangeColumn(): PropertyDecorator {
  return Column('tstzrange', { transformer: { to: toRange, from: (text: string) => fromRange(text) } });
}

/** PostgreSQL's text for `[start, end)`. */
export function toRange({ start, end }: TimeRange): string {
  return `[${start.toISOString()},${end?.toISOString() ?? ''})`;
}

/** Reads PostgreSQL's own text of a tstzrange back. */
export function fromRange(text: string): TimeRange {
  const match = /^\["?([^",]+)"?,"?([^",)]*)"?\)$/.exec(text);
  if (!match) throw new RangeError(`${text} is not a half-open time range`);
  return { start: parseTimestamp(match[1]!), end: match[2] ? parseTimestamp(match[2]) : null };
}

function parseTimestamp(text: string): Date {
  return new Date(text.replace(' ', 'T').replace(/([+-]\d{2})$/, '$1:00'));
}
