import { LineNotDisputed, MoreThanDisputed } from './dispute.errors.ts';
import type { DisputeLine } from './shares.ts';

export interface RefundOfLine {
  readonly lineId: string;
  readonly refundSeconds: number;
}

/** By the id of each line. Throws `LineNotDisputed` or `MoreThanDisputed`, naming the place in the request. */
export function refundsOf(lines: readonly DisputeLine[], wanted: readonly RefundOfLine[]): Map<string, number> {
  const disputed = new Map(lines.map(({ id, seconds }) => [id, seconds]));
  const refunds = new Map<string, number>();
  for (const [place, { lineId, refundSeconds }] of wanted.entries()) {
    const seconds = disputed.get(lineId);
    if (seconds === undefined || refunds.has(lineId)) throw new LineNotDisputed(place);
    if (refundSeconds > seconds) throw new MoreThanDisputed(place, seconds);
    refunds.set(lineId, refundSeconds);
  }
  return refunds;
}
