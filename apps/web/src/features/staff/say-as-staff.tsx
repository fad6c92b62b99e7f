import type { StaffDisputeDetail } from '@app/wire/disputes';
import { useTranslations } from 'use-intl';

import { send } from '../../api/client.ts';
import { Act } from './act.tsx';

/** A question or a word to both sides, which both read. */
export function SayAsStaff({ dispute: { id, number, closedAt } }: { readonly dispute: StaffDisputeDetail }) {
  const t = useTranslations('staff');
  if (closedAt !== null) return null;
  return (
    <div className="mt-3">
      <Act
        verb={t('bench.say')}
        title={t('bench.sayTitle', { number })}
        asks={[{ name: 'text', label: t('bench.sayWhat') }]}
        said={t('bench.saySaid')}
        run={(body) => send('POST', `/staff/disputes/${id}/statements`, { body })}
      >
        <p>{t('bench.sayText')}</p>
      </Act>
    </div>
  );
}
