import type { ContractView } from '@app/wire/hiring';
import { useTranslations } from 'use-intl';

import { formatAgreed } from '../../ui/duration.tsx';

/** Warns both sides of a weekly limit that is more than the assistant has free. */
export function Overcommitted({ contract }: { readonly contract: ContractView }) {
  const t = useTranslations('hiring');
  const { overcommitted, weeklyLimitMinutes, assistant } = contract;
  if (overcommitted === null) return null;
  return (
    <p className="mt-2 border-l-4 border-waiting bg-waiting-wash px-3 py-1.5 text-fine">
      {t('warning', {
        wanted: formatAgreed(weeklyLimitMinutes),
        name: assistant.name,
        free: overcommitted.freeMinutes > 0 ? formatAgreed(overcommitted.freeMinutes) : 'none',
      })}
    </p>
  );
}
