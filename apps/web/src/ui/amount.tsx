import { byLocale, translator } from '../i18n/spoken.ts';

const dollars = byLocale(
  (spoken) => new Intl.NumberFormat(spoken, { style: 'currency', currency: 'USD', currencyDisplay: 'narrowSymbol' }),
);
const decimalComma = byLocale((spoken) => new Intl.NumberFormat(spoken).format(0.5).includes(','));

interface AmountProps {
  readonly cents: number;
  /** An hourly rate: `$18.50/h`. */
  readonly isRate?: boolean;
  readonly className?: string;
}

/** Money, from whole cents, as the reader writes it: `$18.50`, `18,50 $`. */
export function Amount({ cents, isRate = false, className = '' }: AmountProps) {
  return (
    <span className={`whitespace-nowrap tabular-nums ${className}`}>
      {formatAmount(cents)}
      {isRate ? <span className="text-ink-soft">{translator('ui')('perHour')}</span> : null}
    </span>
  );
}

export function formatAmount(cents: number): string {
  return dollars().format(cents / 100);
}

/** `18.5` or `18,50` as whole cents; null when it is not an amount. Digits only: a float never touches money. */
export function centsFrom(typed: string): number | null {
  const match = /^\s*\$?\s*(\d{1,7})(?:[.,](\d{1,2}))?\s*$/.exec(typed);
  if (!match) return null;
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}

/** Whole cents as the reader would type them: `18.50`, `18,50`. */
export function typedFrom(cents: number): string {
  const digits = String(cents).padStart(3, '0');
  return `${digits.slice(0, -2)}${decimalComma() ? ',' : '.'}${digits.slice(-2)}`;
}
