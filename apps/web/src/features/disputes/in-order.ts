import type { DisputeView } from '@app/wire/disputes';

interface InOrder {
  /** They wait for the reader: what is due first comes first. */
  readonly mine: readonly DisputeView[];
  readonly others: readonly DisputeView[];
  readonly over: readonly DisputeView[];
}

/** Whose turn it is decides where a dispute stands. */
export function inOrder(disputes: readonly DisputeView[]): InOrder {
  const going = disputes.filter(({ closedAt }) => closedAt === null).toSorted(soonestFirst);
  return {
    mine: going.filter(waitsForReader),
    others: going.filter((dispute) => !waitsForReader(dispute)),
    over: disputes.filter(({ closedAt }) => closedAt !== null),
  };
}

function waitsForReader({ can }: DisputeView): boolean {
  return can.answer || can.accept || can.offer || can.declineOffer || can.appeal;
}

function soonestFirst(a: DisputeView, b: DisputeView): number {
  return (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9');
}
