import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { meQuery } from '../api/session.ts';
import { homeOf } from '../features/identity/home.ts';
import { sendLinkAgain } from '../features/identity/identity.requests.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { ProblemNote } from '../ui/form.tsx';
import { Loading } from '../ui/states.tsx';
import { useToast } from '../ui/toast.tsx';
import { PublicPage, Sheet } from './public-page.tsx';

export function CheckYourMail() {
  const t = useTranslations('account');
  const { data: me, isPending } = useQuery(meQuery);
  const say = useToast();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const again = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await sendLinkAgain();
      say(t('newLinkSent'));
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };

  // Whoever is signed in is not shown another page first.
  if (isPending) {
    return (
      <PublicPage title={t('checkMail')}>
        <Loading lines={4} />
      </PublicPage>
    );
  }
  return (
    <PublicPage title={t('checkMail')}>
      <Sheet
        title={t('checkMail')}
        lede={
          <p>
            {t.rich('sentLink', {
              email: me?.email ?? t('yourAddress'),
              strong: (chunks) => <strong className="text-ink">{chunks}</strong>,
            })}
          </p>
        }
      >
        {problem === null ? null : <ProblemNote error={problem} />}
        <div className="mt-4 flex flex-wrap gap-3">
          {me ? (
            <ButtonLink to={homeOf(me)} weight="strong">
              {t('lookAround')}
            </ButtonLink>
          ) : (
            <ButtonLink to="/sign-in" weight="strong">
              {t('signIn')}
            </ButtonLink>
          )}
          {me ? (
            <Button isBusy={isBusy} onClick={() => void again()}>
              {t('sendAgain')}
            </Button>
          ) : null}
        </div>
        <p className="mt-6 text-fine text-ink-faint">{t('nothingThere')}</p>
      </Sheet>
    </PublicPage>
  );
}
