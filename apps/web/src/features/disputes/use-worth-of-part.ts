import type { DisputeDetail } from '@app/wire/disputes';
import { useQuery } from '@tanstack/react-query';

import { disputableQuery } from './disputes.queries.ts';
import { type Terms, type Worth, worthOfLast } from './worth.ts';

/** What a part of what is disputed is worth, before it is offered. Null until it is known. */
export function useWorthOfPart(
  dispute: DisputeDetail | undefined,
  terms: Terms | undefined,
): (seconds: number) => Worth | null {
  const { data } = useQuery({ ...disputableQuery(dispute?.week.id ?? ''), enabled: dispute !== undefined });
  return (seconds) => {
    if (!dispute || !terms || !data) return null;
    if (seconds >= dispute.seconds) return dispute.disputed;
    return worthOfLast(seconds, upTo(dispute, terms, data.entries), terms);
  };
}

/** Where in its line the disputed part ends: at the line's end, unless something was taken of it before. */
function upTo(dispute: DisputeDetail, terms: Terms, entries: readonly { seconds: number }[]): number {
  const whole = entries.reduce((sum, { seconds }) => sum + seconds, 0);
  const { amountCents } = worthOfLast(dispute.seconds, whole, terms);
  return amountCents === dispute.disputed.amountCents ? whole : dispute.seconds;
}
