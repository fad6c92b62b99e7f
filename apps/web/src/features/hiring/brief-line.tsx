import type { BriefView } from '@app/wire/hiring';
import { useTranslations } from 'use-intl';

import { Amount } from '../../ui/amount.tsx';
import { formatAgreed } from '../../ui/duration.tsx';

type Wanted = Pick<BriefView, 'weeklyMinutes' | 'minRateCents' | 'maxRateCents'>;

/** A brief in one line: hours a week and the range of rates. */
export function BriefLine({ brief }: { readonly brief: Wanted }) {
  const t = useTranslations('hiring');
  return t.rich('briefLine', {
    hours: formatAgreed(brief.weeklyMinutes),
    from: () => <Amount cents={brief.minRateCents} />,
    to: () => <Amount cents={brief.maxRateCents} isRate />,
  });
}
