import type { BriefView } from '@app/wire/hiring';
import type { AssistantMatches } from '@app/wire/matching';
import { useTranslations } from 'use-intl';

import { formatAmount } from '../../ui/amount.tsx';
import { formatAgreed } from '../../ui/duration.tsx';

/** How many were looked at, and why some of them are not listed. */
export function LeftOut({ brief, data }: { readonly brief: BriefView; readonly data: AssistantMatches }) {
  const t = useTranslations('hiring');
  const matching = useTranslations('matching');
  const values = {
    rate: formatAmount(brief.maxRateCents),
    hours: formatAgreed(brief.weeklyMinutes),
    overlap: formatAgreed(brief.overlapMinutes),
  };
  const left = data.leftOut.filter(({ count }) => count > 0);
  return (
    <div className="mt-4 text-fine text-ink-soft">
      <p>
        {t('considered', { count: data.considered })} {left.length > 0 ? t('leftOutTitle') : ''}
      </p>
      {left.length > 0 ? (
        <ul className="mt-1">
          {left.map(({ reason, count }) => (
            <li key={reason}>
              <span className="inline-block w-8 text-right font-semibold">{count}</span>{' '}
              {matching(`leftOut.${reason}`, values)}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
