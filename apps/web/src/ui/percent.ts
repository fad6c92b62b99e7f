import { byLocale } from '../i18n/spoken.ts';

const percents = byLocale((spoken) => new Intl.NumberFormat(spoken, { style: 'percent', maximumFractionDigits: 2 }));

/** Basis points as the reader writes them: 1,000 are `10 %`. */
export function formatBasisPoints(basisPoints: number): string {
  return percents().format(basisPoints / 10_000);
}
