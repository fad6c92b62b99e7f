import type { DisputeView } from '@app/wire/disputes';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';

import { Amount } from '../../ui/amount.tsx';
import { Duration } from '../../ui/duration.tsx';
import { Week } from '../../ui/week.tsx';
import { DisputeState } from './dispute-state.tsx';
import { DisputeTurn } from './dispute-turn.tsx';
import { centsFor } from './worth.ts';

interface DisputeListProps {
  readonly disputes: readonly DisputeView[];
  /** Of the side whose page it is. */
  readonly folder: '/hire/disputes' | '/assist/disputes';
}

export function DisputeList({ disputes, folder }: DisputeListProps) {
  return (
    <ul>
      {disputes.map((dispute) => (
        <DisputeRow key={dispute.id} dispute={dispute} to={`${folder}/${dispute.id}`} />
      ))}
    </ul>
  );
}

function DisputeRow({ dispute, to }: { readonly dispute: DisputeView; readonly to: string }) {
  const t = useTranslations('disputes');
  const other = dispute.side === 'assistant' ? dispute.client : dispute.assistant;
  return (
    <li className="grid gap-x-6 gap-y-1.5 border-b border-rule py-3 first:pt-0 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Link href={to} className="font-semibold">
            {t('listName', { number: dispute.number, name: other.name })}
          </Link>
          <DisputeState state={dispute.state} />
        </p>
        <p className="mt-0.5 text-fine text-ink-soft">
          {dispute.title}, <Week {...dispute.week} /> · {t(`ground.${dispute.ground}.name`)}
        </p>
        <p className="mt-1 text-fine">
          <DisputeTurn dispute={dispute} />
        </p>
      </div>
      <p className="flex items-baseline justify-between gap-3 sm:grid sm:justify-items-end sm:gap-0">
        <Amount cents={centsFor(dispute.side, dispute.disputed)} className="text-lead font-semibold" />
        <span className="text-fine text-ink-faint">
          {t.rich('hoursDisputed', { hours: () => <Duration seconds={dispute.seconds} /> })}
        </span>
      </p>
    </li>
  );
}
