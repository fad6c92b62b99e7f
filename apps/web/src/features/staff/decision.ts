import type { DecideRequest, StaffDisputeDetail, Verdict } from '@app/wire/disputes';

import { translator } from '../../i18n/spoken.ts';
import { FieldFaults } from '../../ui/form.tsx';

export const MINUTE = 60;
export const verdicts: readonly Verdict[] = ['pay', 'refund', 'split'];

/** What is filled in for one line. */
export interface LineVerdict {
  readonly lineId: string;
  readonly verdict: Verdict | null;
  /** As typed: of a split, what goes back. */
  readonly minutes: string;
  readonly ruleId: string;
  readonly reason: string;
}

export interface DecisionValues {
  readonly lines: readonly LineVerdict[];
  readonly carriedBy: 'assistant' | 'platform';
}

export function undecided({ lines }: StaffDisputeDetail): DecisionValues {
  const nothing = { verdict: null, minutes: '', ruleId: '', reason: '' };
  return { lines: lines.map(({ id }) => ({ lineId: id, ...nothing })), carriedBy: 'assistant' };
}

/** Throws `FieldFaults` for what is not filled in, by `lines.0.ruleId`. */
export function requestOf({ lines, carriedBy }: DecisionValues, replaces: string | undefined): DecideRequest {
  const faults: Record<string, string> = {};
  const choose = translator('faults')('choose');
  const judged = lines.map(({ lineId, verdict, minutes, ruleId, reason }, index) => {
    const refundSeconds = /^\d{1,4}$/.test(minutes.trim()) ? Number(minutes) * MINUTE : 0;
    if (verdict === null) faults[`lines.${index}.verdict`] = choose;
    if (verdict !== null && ruleId === '') faults[`lines.${index}.ruleId`] = choose;
    if (verdict === 'split' && refundSeconds === 0)
      faults[`lines.${index}.refundSeconds`] = translator('faults')('atLeast', { count: 1 });
    return {
      ...{ lineId, ruleId, reason: reason.trim(), verdict: verdict ?? ('pay' as const) },
      ...(verdict === 'split' ? { refundSeconds } : {}),
    };
  });
  if (Object.keys(faults).length > 0) throw new FieldFaults(faults);
  return { lines: judged, carriedBy, ...(replaces === undefined ? {} : { replaces }) };
}
