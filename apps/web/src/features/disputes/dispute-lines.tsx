import type { DisputeDetail } from '@app/wire/disputes';
import { useTranslations } from 'use-intl';

import { Duration, formatHours } from '../../ui/duration.tsx';
import { Instant } from '../../ui/instant.tsx';

/** The stretches of work that are disputed, each as it was logged. */
export function DisputeLines({ dispute }: { readonly dispute: DisputeDetail }) {
  const t = useTranslations('disputes');
  const offered = new Map(dispute.offer?.lines.map(({ lineId, refundSeconds }) => [lineId, refundSeconds]));
  return (
    <ul>
      {dispute.lines.map((line) => (
        <li
          key={line.id}
          className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 border-b border-rule py-2.5 first:pt-0"
        >
          <div className="min-w-0">
            <p className="text-fine text-ink-soft">
              <Instant at={line.start} />–<Instant at={line.end} as="time" isEnd />
            </p>
            <p>{line.note}</p>
            {offered.has(line.id) ? (
              <p className="text-fine font-semibold">
                {t('offeredOfLine', { hours: formatHours(offered.get(line.id) ?? 0) })}
              </p>
            ) : null}
          </div>
          <p className="text-right">
            <Duration seconds={line.seconds} className="font-semibold" />
            {line.seconds < line.entrySeconds ? (
              <span className="block text-fine text-ink-faint">
                {t.rich('ofHours', { hours: () => <Duration seconds={line.entrySeconds} /> })}
              </span>
            ) : null}
          </p>
        </li>
      ))}
    </ul>
  );
}
