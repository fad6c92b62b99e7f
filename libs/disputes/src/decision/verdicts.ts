import type { Dispute, Outcome } from '../dispute.entity.ts';
import { LineNotDisputed, LinesLeftOut, MoreThanDisputed, RuleUnknown } from '../dispute.errors.ts';
import { mayCite, type Verdict } from '../dispute-rules.ts';
import type { CarriedBy } from '../refund-parts.ts';
import type { DisputeLine } from '../shares.ts';

export interface VerdictOnLine {
  readonly lineId: string;
  readonly verdict: Verdict;
  /** Of a split: what goes back. */
  readonly refundSeconds?: number | undefined;
  readonly ruleId: string;
  readonly reason: string;
}

export interface Verdicts {
  readonly lines: readonly VerdictOnLine[];
  readonly carriedBy: CarriedBy;
}

/** Seconds that go back, by line. Throws unless every line is judged once, by a rule that may be cited for it. */
export function refundsBy(
  { lines: verdicts }: Verdicts,
  { ground }: Dispute,
  lines: readonly DisputeLine[],
): Map<string, number> {
  const disputed = new Map(lines.map(({ id, seconds }) => [id, seconds]));
  const refunds = new Map<string, number>();
  for (const [place, verdict] of verdicts.entries()) {
    const seconds = disputed.get(verdict.lineId);
    if (seconds === undefined || refunds.has(verdict.lineId)) throw new LineNotDisputed(place);
    if (!mayCite(verdict.ruleId, ground, verdict.verdict)) throw new RuleUnknown(place);
    const back = verdict.verdict === 'refund' ? seconds : (verdict.refundSeconds ?? 0);
    if (back > seconds || (verdict.verdict === 'split' && back === seconds))
      throw new MoreThanDisputed(place, seconds - 1);
    refunds.set(verdict.lineId, verdict.verdict === 'pay' ? 0 : back);
  }
  if (refunds.size < lines.length) throw new LinesLeftOut();
  return refunds;
}

/** In a word, what became of the time that was disputed. */
export function outcomeOf(refunds: ReadonlyMap<string, number>, lines: readonly DisputeLine[]): Outcome {
  const back = [...refunds.values()].reduce((sum, seconds) => sum + seconds, 0);
  const all = lines.reduce((sum, { seconds }) => sum + seconds, 0);
  if (back === 0) return 'paid';
  return back === all ? 'refunded' : 'split';
}
