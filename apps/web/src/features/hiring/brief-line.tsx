import type { BriefView } from '@app/wire/hiring';

import { Amount } from '../../ui/amount.tsx';
import { formatAgreed } from '../../ui/duration.tsx';

type Wanted = Pick<BriefView, 'weeklyMinutes' | 'minRateCents' | 'maxRateCents'>;

/** A brief in one line: hours a week and the range of rates. */
export function BriefLine({ brief }: { readonly brief: Wanted }) {
  return (
    <>
      {formatAgreed(brief.weeklyMinutes)} a week, <Amount cents={brief.minRateCents} /> to{' '}
      <Amount cents={brief.maxRateCents} isRate />
    </>
  );
}
