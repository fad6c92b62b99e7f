import type { OwnSuspensionList } from '@app/wire/staff';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Instant } from '../../ui/instant.tsx';
import { State, type Tone } from '../../ui/state.tsx';
import { useToast } from '../../ui/toast.tsx';
import { AppealForm } from './appeal-form.tsx';
import { appeal, suspensionsQuery } from './suspensions.requests.ts';

type Suspension = OwnSuspensionList[number];
type Standing = 'over' | 'granted' | 'declined' | 'appealed' | 'live';

const tones: Readonly<Record<Standing, Tone>> = {
  over: 'idle',
  granted: 'settled',
  declined: 'fault',
  appealed: 'waiting',
  live: 'fault',
};

/** What one may not do for now, why, until when, and the way to say that it is wrong. */
export function SuspensionList({ suspensions }: { readonly suspensions: readonly Suspension[] }) {
  const t = useTranslations('suspension');
  const [appealing, setAppealing] = useState<Suspension | null>(null);
  return (
    <>
      <ul>
        {suspensions.map((suspension) => (
          <li key={suspension.id} className="border-b border-rule py-3 first:pt-0">
            <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
              <p className="min-w-0 font-semibold">
                {suspension.businessId === null ? null : `${t('business')}: `}
                {suspension.scopes.map((scope) => t(`scopes.${scope}`)).join(', ')}
              </p>
              <State tone={tones[standingOf(suspension)]}>{t(`standing.${standingOf(suspension)}`)}</State>
            </div>
            <p className="mt-1 max-w-[var(--measure)] wrap-anywhere">{suspension.explanation}</p>
            <p className="mt-1 text-fine text-ink-soft">
              {t.rich('since', { date: () => <Instant key="since" at={suspension.placedAt} as="date" /> })}
              {' · '}
              <End suspension={suspension} />
            </p>
            {suspension.can.appeal ? (
              <Button size="small" className="mt-3" onClick={() => setAppealing(suspension)}>
                {t('appeal')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {appealing ? <AppealDialog suspension={appealing} onClose={() => setAppealing(null)} /> : null}
    </>
  );
}

function End({ suspension: { endedAt, until } }: { readonly suspension: Suspension }) {
  const t = useTranslations('suspension');
  if (endedAt !== null) return t.rich('ended', { date: () => <Instant key="ended" at={endedAt} as="date" /> });
  if (until !== null) return t.rich('until', { date: () => <Instant key="until" at={until} /> });
  return t('untilLifted');
}

function AppealDialog({ suspension, onClose }: { readonly suspension: Suspension; onClose(): void }) {
  const t = useTranslations('suspension');
  const say = useToast();
  const queryClient = useQueryClient();
  const send = async (text: string) => {
    await appeal(suspension.id, { text });
    await queryClient.invalidateQueries(suspensionsQuery);
    say(t('sentShort'));
    onClose();
  };
  return (
    <Dialog title={t('appealTitle')} onClose={onClose}>
      <p className="mb-4 text-ink-soft">{t('appealLede')}</p>
      <AppealForm send={send} />
    </Dialog>
  );
}

function standingOf({ endedAt, appealedAt, appealUpheld, can }: Suspension): Standing {
  if (appealUpheld === true) return 'granted';
  if (endedAt !== null) return 'over';
  if (appealUpheld === false) return 'declined';
  if (appealedAt !== null) return 'appealed';
  return can.appeal ? 'live' : 'over'; // One that lives and was not appealed can be.
}
