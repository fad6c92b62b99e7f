import type { SessionView } from '@app/wire/identity';
import { useQueryClient } from '@tanstack/react-query';
import { MonitorSmartphone } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { Button } from '../../ui/button.tsx';
import { ProblemNote } from '../../ui/form.tsx';
import { Instant } from '../../ui/instant.tsx';
import { State } from '../../ui/state.tsx';
import { useToast } from '../../ui/toast.tsx';
import { devicesQuery, signOutDevice, signOutOthers } from './security.requests.ts';

const ALL_OTHERS = 'all others';

export function DeviceList({ devices }: { readonly devices: readonly SessionView[] }) {
  const t = useTranslations('security');
  const nameOf = useDeviceName();
  const say = useToast();
  const queryClient = useQueryClient();
  const [busyWith, setBusyWith] = useState<string | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const end = async (what: string, done: string, work: () => Promise<void>) => {
    setBusyWith(what);
    setProblem(null);
    try {
      await work();
      say(done);
    } catch (error) {
      setProblem(error);
    } finally {
      await queryClient.invalidateQueries(devicesQuery);
      setBusyWith(null);
    }
  };

  return (
    <>
      {problem === null ? null : <ProblemNote error={problem} />}
      <ul>
        {devices.map(({ id, createdAt, seenAt, isThisOne, ...device }) => (
          <li key={id} className="flex items-center gap-x-4 gap-y-1 border-b border-rule py-3 first:pt-0">
            <MonitorSmartphone aria-hidden="true" className="size-5 flex-none self-start" strokeWidth={1.5} />
            <div className="min-w-0 flex-1">
              <p className="font-semibold">{nameOf(device)}</p>
              <p className="text-fine text-ink-soft">
                {t.rich('signedIn', { date: () => <Instant key="date" at={createdAt} as="date" /> })}
                {isThisOne ? null : (
                  <>
                    {' · '}
                    {t.rich('used', { date: () => <Instant key="used" at={seenAt} /> })}
                  </>
                )}
              </p>
            </div>
            {isThisOne ? (
              <State tone="settled">{t('thisOne')}</State>
            ) : (
              <Button
                size="small"
                isBusy={busyWith === id}
                aria-label={t('signOutNamed', { name: nameOf(device) })}
                onClick={() => void end(id, t('signedOut', { name: nameOf(device) }), () => signOutDevice(id))}
              >
                {t('signOut')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {devices.length > 1 ? (
        <Button
          className="mt-4"
          isBusy={busyWith === ALL_OTHERS}
          onClick={() => void end(ALL_OTHERS, t('othersSignedOut'), signOutOthers)}
        >
          {t('signOutOthers')}
        </Button>
      ) : null}
    </>
  );
}

/** Such as `Firefox on Windows`. */
function useDeviceName(): (device: Pick<SessionView, 'browser' | 'system'>) => string {
  const t = useTranslations('security');
  return ({ browser, system }) => {
    const name = browser ?? t('unknownBrowser');
    return system === null ? name : t('browserOn', { browser: name, system: t(`systems.${system}`) });
  };
}
