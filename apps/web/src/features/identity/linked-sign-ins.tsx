import type { ProviderLoginsView, ProviderLoginView } from '@app/wire/providers';
import { useQueryClient } from '@tanstack/react-query';
import { Link2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { Button } from '../../ui/button.tsx';
import { ProblemNote } from '../../ui/form.tsx';
import { Instant } from '../../ui/instant.tsx';
import { useToast } from '../../ui/toast.tsx';
import { SureDialog } from '../../ui/sure-dialog.tsx';
import { acceptOffer, goToLink, providerLoginsQuery, unlinkProvider } from './providers.requests.ts';

const OFFER = 'offer';

interface LinkedSignInsProps {
  readonly view: ProviderLoginsView;
  /** Whether one was offered on the way in. */
  readonly isOffered: boolean;
  onAccepted(): void;
}

/** Through whom one signs in besides, what could be connected, and a way to part from each. */
export function LinkedSignIns({ view: { logins, others, hasPassword }, isOffered, onAccepted }: LinkedSignInsProps) {
  const t = useTranslations('providers');
  const say = useToast();
  const queryClient = useQueryClient();
  const [unlinking, setUnlinking] = useState<ProviderLoginView | null>(null);
  const [busyWith, setBusyWith] = useState<string | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const run = async (what: string, work: () => Promise<void>) => {
    setBusyWith(what);
    setProblem(null);
    try {
      await work();
    } catch (error) {
      setProblem(error);
      setBusyWith(null);
    }
  };
  const accept = async () => {
    await acceptOffer();
    await queryClient.invalidateQueries(providerLoginsQuery);
    setBusyWith(null);
    say(t('connected'));
    onAccepted();
  };
  const unlink = async ({ id, name }: ProviderLoginView) => {
    await unlinkProvider(id);
    await queryClient.invalidateQueries(providerLoginsQuery);
    say(t('unlinked', { name }));
  };

  return (
    <>
      <div aria-live="polite">{problem === null ? null : <ProblemNote error={problem} />}</div>
      {isOffered ? (
        <div className="mb-4 border-l-4 border-rule-strong bg-band px-3 py-3">
          <p className="mb-3">{t('offerSays')}</p>
          <Button weight="strong" isBusy={busyWith === OFFER} onClick={() => void run(OFFER, accept)}>
            {t('connectNow')}
          </Button>
        </div>
      ) : null}
      {logins.length === 0 ? <p className="mb-4 max-w-[var(--measure)] text-ink-soft">{t('none')}</p> : null}
      <ul>
        {logins.map((login) => (
          <li
            key={login.id}
            className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-rule py-3 first:pt-0"
          >
            <Link2 aria-hidden="true" className="size-5 flex-none self-start" strokeWidth={1.5} />
            <div className="min-w-0 flex-1 basis-44">
              <p className="font-semibold">{login.name}</p>
              <p className="text-fine text-ink-soft wrap-anywhere">
                {login.email}
                {' · '}
                {t.rich('since', { date: () => <Instant key="since" at={login.linkedAt} as="date" /> })}
              </p>
            </div>
            <Button
              size="small"
              aria-label={t('unlinkNamed', { name: login.name })}
              onClick={() => setUnlinking(login)}
            >
              {t('unlink')}
            </Button>
          </li>
        ))}
      </ul>
      {others.length > 0 ? (
        <div className="mt-4 flex flex-wrap gap-2">
          {others.map(({ id, name }) => (
            <Button key={id} isBusy={busyWith === id} onClick={() => void run(id, () => goToLink(id))}>
              {t('connect', { name })}
            </Button>
          ))}
        </div>
      ) : null}
      {hasPassword ? null : <p className="mt-4 max-w-[var(--measure)] text-fine text-ink-soft">{t('noPassword')}</p>}
      {unlinking ? (
        <SureDialog
          title={t('unlinkTitle', { name: unlinking.name })}
          verb={t('unlink')}
          isGrave
          run={() => unlink(unlinking)}
          onClose={() => setUnlinking(null)}
        >
          <p>{t('unlinkSays')}</p>
        </SureDialog>
      ) : null}
    </>
  );
}
