import type { StaffSuspensionView } from '@app/wire/staff';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';

import { send } from '../../api/client.ts';
import { Instant } from '../../ui/instant.tsx';
import { State } from '../../ui/state.tsx';
import { Act } from './act.tsx';
import { pageOf } from './found-links.ts';
import { useWord } from './staff-words.tsx';

interface SuspensionListProps {
  readonly suspensions: readonly StaffSuspensionView[];
  /** Of several people: each says whose it is. */
  readonly isOfMany?: boolean;
}

/** What somebody may not do, why and until when; how it is lifted, and what they said to it. */
export function SuspensionList({ suspensions, isOfMany = false }: SuspensionListProps) {
  return (
    <ul>
      {suspensions.map((suspension) => (
        <li key={suspension.id} className="grid gap-1 border-b border-rule py-3 last:border-b-0">
          <Suspension suspension={suspension} isOfMany={isOfMany} />
        </li>
      ))}
    </ul>
  );
}

interface SuspensionProps {
  readonly suspension: StaffSuspensionView;
  readonly isOfMany: boolean;
}

function Suspension({ suspension, isOfMany }: SuspensionProps) {
  const t = useTranslations('staff');
  const word = useWord();
  const { scopes, reasonCode, explanation, placedAt, until, endedAt, accountId, businessId } = suspension;
  const to = accountId ? pageOf('person', accountId) : businessId ? pageOf('business', businessId) : null;
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-2">
        <strong>{scopes.map(word).join(', ')}</strong>
        <span>{word(reasonCode)}</span>
        <State tone={endedAt ? 'idle' : 'fault'}>{t(endedAt ? 'suspension.over' : 'suspension.live')}</State>
        {isOfMany && to ? <Link href={to}>{t('suspension.whose')}</Link> : null}
      </p>
      <p className="text-fine text-ink-faint">
        {t.rich('suspension.since', { at: () => <Instant at={placedAt} /> })}{' '}
        {endedAt
          ? t.rich('suspension.ended', { at: () => <Instant at={endedAt} /> })
          : until
            ? t.rich('suspension.until', { at: () => <Instant at={until} /> })
            : t('suspension.noEnd')}
      </p>
      <p className="whitespace-pre-line">{explanation}</p>
      {suspension.appeal === null ? null : (
        <p className="border-l-4 border-rule pl-3 whitespace-pre-line">
          <strong>{t('suspension.appeal')}</strong> {suspension.appeal}
          {suspension.appealUpheld === null ? null : (
            <span className="block text-fine text-ink-soft">
              {t(suspension.appealUpheld ? 'suspension.upheld' : 'suspension.dismissed')}
            </span>
          )}
        </p>
      )}
      <SuspensionActs suspension={suspension} />
    </>
  );
}

function SuspensionActs({ suspension: { id, can } }: { readonly suspension: StaffSuspensionView }) {
  const t = useTranslations('staff');
  const why = { name: 'reason', label: t('why'), help: t('whyHelp') };
  return (
    <div className="flex flex-wrap gap-2">
      {can.lift ? (
        <Act
          verb={t('suspension.lift')}
          title={t('suspension.liftTitle')}
          asks={[why]}
          said={t('suspension.lifted')}
          run={(body) => send('POST', `/staff/suspensions/${id}/ending`, { body })}
        >
          <p>{t('suspension.liftText')}</p>
        </Act>
      ) : null}
      {can.decideAppeal
        ? ([true, false] as const).map((upheld) => (
            <Act
              key={String(upheld)}
              verb={t(upheld ? 'suspension.uphold' : 'suspension.dismiss')}
              title={t(upheld ? 'suspension.upholdTitle' : 'suspension.dismissTitle')}
              asks={[why]}
              said={t('suspension.appealDecided')}
              run={({ reason }) =>
                send('POST', `/staff/suspensions/${id}/appeal-decision`, { body: { upheld, reason } })
              }
            >
              <p>{t(upheld ? 'suspension.upholdText' : 'suspension.dismissText')}</p>
            </Act>
          ))
        : null}
    </div>
  );
}
