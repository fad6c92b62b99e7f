import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useSearch } from 'wouter';

import { meQuery } from '../api/session.ts';
import { homeOf } from '../features/identity/home.ts';
import { confirmEmail } from '../features/identity/security.requests.ts';
import { ButtonLink } from '../ui/button.tsx';
import { ProblemNote } from '../ui/form.tsx';
import { Loading } from '../ui/states.tsx';
import { PublicPage, Sheet } from './public-page.tsx';

/** Where the link in the mail to a new address leads. */
export function ConfirmEmail() {
  const t = useTranslations('account');
  const token = new URLSearchParams(useSearch()).get('token') ?? '';
  const queryClient = useQueryClient();
  const { data: me } = useQuery(meQuery);
  // A query, so that the link is used once however often the screen is drawn.
  const change = useQuery({
    queryKey: ['confirm-email', token],
    queryFn: async () => {
      await confirmEmail(token);
      // Cancelled first: a fetch that began before the link was used would answer with what was so until then.
      await queryClient.cancelQueries(meQuery);
      await queryClient.refetchQueries(meQuery);
      return true;
    },
    staleTime: Infinity,
    retry: false,
  });

  const title = change.isSuccess ? t('changed') : t('changing');

  return (
    <PublicPage title={t('changeTitle')}>
      <Sheet title={change.isError ? t('notChanged') : title}>
        {change.isPending ? <Loading lines={1} label={t('changingShort')} /> : null}
        {change.isError ? <ProblemNote error={change.error} /> : null}
        {change.isSuccess ? <p>{me ? t('signInWith', { email: me.email }) : t('signInWithIt')}</p> : null}
        <div className="mt-6 flex flex-wrap gap-3">
          {change.isSuccess ? (
            <ButtonLink to={me ? homeOf(me) : '/sign-in'} weight="strong" size="thumb">
              {me ? t('goOn') : t('signIn')}
            </ButtonLink>
          ) : null}
          {change.isError ? <ButtonLink to="/settings/security">{t('toSettings')}</ButtonLink> : null}
        </div>
      </Sheet>
    </PublicPage>
  );
}
