import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useLocation, useSearch } from 'wouter';

import { meQuery } from '../api/session.ts';
import { acceptInvitation, usePeopleChanged } from '../features/identity/people.requests.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { ProblemNote } from '../ui/form.tsx';
import { Loading } from '../ui/states.tsx';
import { useToast } from '../ui/toast.tsx';
import { PublicPage, Sheet } from './public-page.tsx';

/** Where the link in an invitation leads. Whoever is not signed in goes to the door and comes back. */
export function Invitation() {
  const t = useTranslations('account');
  const search = useSearch();
  const token = new URLSearchParams(search).get('token') ?? '';
  const { data: me, isPending } = useQuery(meQuery);
  const back = encodeURIComponent(`/invitation?${search}`);
  return (
    <PublicPage title={t('invitation')}>
      <Sheet title={t('invited')}>
        {isPending ? <Loading lines={1} label={t('lookingWho')} /> : null}
        {me ? <Acceptance token={token} email={me.email} /> : null}
        {me === null ? (
          <>
            <p>{t('invitedSignIn')}</p>
            <p className="mt-2 text-ink-soft">{t('invitedSignUp')}</p>
            <div className="mt-6 flex flex-wrap gap-3">
              <ButtonLink to={`/sign-in?next=${back}`} weight="strong" size="thumb">
                {t('signIn')}
              </ButtonLink>
              <ButtonLink to="/register" size="thumb">
                {t('signUp')}
              </ButtonLink>
            </div>
          </>
        ) : null}
      </Sheet>
    </PublicPage>
  );
}

function Acceptance({ token, email }: { readonly token: string; readonly email: string }) {
  const t = useTranslations('account');
  const say = useToast();
  const [, navigate] = useLocation();
  const changed = usePeopleChanged();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const accept = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const { name } = await acceptInvitation(token);
      await changed();
      say(t('actFor', { name }));
      navigate('/hire', { replace: true });
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  };
  return (
    <>
      <div aria-live="polite">{problem === null ? null : <ProblemNote error={problem} />}</div>
      <p className="wrap-anywhere">{t.rich('signedInAs', { email, strong: (chunks) => <strong>{chunks}</strong> })}</p>
      <Button className="mt-6" weight="strong" size="thumb" isBusy={isBusy} onClick={() => void accept()}>
        {t('accept')}
      </Button>
    </>
  );
}
