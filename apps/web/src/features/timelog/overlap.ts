import type { OnOverlap } from '@app/wire/timelog';

import type { ApiError } from '../../api/api-error.ts';

export type OverlapChoice = Exclude<OnOverlap, 'refuse'>;

interface LoggedAlready {
  readonly entryId: string;
  readonly contractId: string;
  readonly contractTitle: string;
  readonly clientName: string;
  readonly start: string;
  readonly end: string | null;
}

export interface Overlap {
  readonly start: string;
  readonly end: string;
  readonly overlaps: readonly LoggedAlready[];
  readonly choices: readonly OverlapChoice[];
}

/** What a refused overlap says, beside what was to be logged. */
export function overlapFrom({ details }: ApiError, { start, end }: { start: string; end: string }): Overlap {
  return {
    start,
    end,
    overlaps: Array.isArray(details.overlaps) ? (details.overlaps as LoggedAlready[]) : [],
    choices: Array.isArray(details.choices) ? (details.choices as OverlapChoice[]) : [],
  };
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What each side would be left with. */
export function outcomeOf(choice: OverlapChoice, overlap: Overlap): { added: Stretch[]; kept: Stretch[][] } {
  const fresh = { start: Date.parse(overlap.start), end: Date.parse(overlap.end) };
  const old = overlap.overlaps.map(({ start, end }) => ({
    start: Date.parse(start),
    end: end === null ? fresh.end : Date.parse(end),
  }));
  if (choice === 'trim_new') return { added: without(fresh, old), kept: old.map((one) => [one]) };
  return { added: [fresh], kept: old.map((one) => without(one, [fresh])) };
}

function without(whole: Stretch, taken: readonly Stretch[]): Stretch[] {
  return taken.reduce<Stretch[]>(
    (pieces, { start, end }) =>
      pieces.flatMap((piece) => [
        ...(Math.min(start, piece.end) > piece.start ? [{ start: piece.start, end: Math.min(start, piece.end) }] : []),
        ...(Math.max(end, piece.start) < piece.end ? [{ start: Math.max(end, piece.start), end: piece.end }] : []),
      ]),
    [whole],
  );
}
