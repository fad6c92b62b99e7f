import type { EarningView } from '@app/wire/billing';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';

import { Amount } from '../../ui/amount.tsx';
import { Instant } from '../../ui/instant.tsx';
import { State, type Tone } from '../../ui/state.tsx';
import { Table } from '../../ui/table.tsx';
import { Week } from '../../ui/week.tsx';

const tones: Readonly<Record<EarningView['state'], Tone>> = {
  held: 'waiting',
  due: 'waiting',
  blocked: 'fault',
  sending: 'running',
  sent: 'settled',
  part_reversed: 'fault',
  reversed: 'fault',
  cancelled: 'idle',
  unpaid: 'fault',
};

/** Every amount with its date and its reason. */
export function EarningTable({
  caption,
  earnings,
  under,
}: {
  readonly caption: string;
  readonly earnings: readonly EarningView[];
  /** What else is said of one, and what there is to do about it. */
  under?(earning: EarningView): ReactNode;
}) {
  const t = useTranslations('billing');
  const refunds = useTranslations('refunds');
  return (
    <Table
      caption={caption}
      rows={earnings}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'date',
          label: t('earningColumns.date'),
          className: 'sm:w-28',
          render: (earning) => {
            if (isHeldBack(earning)) return refunds('onceSettled');
            return earning.date ? <Instant at={earning.date} as="day" /> : t('dateUnknown');
          },
        },
        {
          key: 'client',
          label: t('earningColumns.client'),
          isHeading: true,
          render: (earning) => (
            <>
              {earning.client.name}{' '}
              <span className="font-normal text-ink-soft">
                <Week {...earning.week} />
              </span>
              {earning.bonusNote === null ? null : (
                <span className="block font-normal">
                  {t('kind.bonus')}
                  {earning.bonusNote === '' ? null : (
                    <>
                      : <q>{earning.bonusNote}</q>
                    </>
                  )}
                </span>
              )}
              {isHeldBack(earning) ? null : (
                <span className="block text-fine font-normal text-ink-soft">
                  {t(`reason.${earning.reasonCode}`, { days: earning.holdDays })}
                </span>
              )}
              {under ? <div className="text-fine font-normal">{under(earning)}</div> : null}
            </>
          ),
        },
        { key: 'state', label: t('earningColumns.state'), render: ({ state }) => <EarningState state={state} /> },
        {
          key: 'amount',
          label: t('earningColumns.amount'),
          isNumber: true,
          render: ({ amountCents }) => <Amount cents={amountCents} className="font-semibold" />,
        },
      ]}
    />
  );
}

/** Its ordinary date does not count while something holds it. */
function isHeldBack({ state, heldBy }: EarningView): boolean {
  return state === 'held' && heldBy.length > 0;
}

export function EarningState({ state }: { readonly state: EarningView['state'] }) {
  const t = useTranslations('billing');
  return <State tone={tones[state]}>{t(`earningState.${state}`)}</State>;
}
