import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useSearch } from 'wouter';

import { meQuery } from '../api/session.ts';
import { homeOf } from '../features/identity/home.ts';
import { verifyEmail } from '../features/identity/identity.requests.ts';
import { ButtonLink } from '../ui/button.tsx';
import { ProblemNote } from '../ui/form.tsx';
import { Loading } from '../ui/states.tsx';
import { PublicPage, Sheet } from './public-page.tsx';

export function VerifyEmail() {
  const t = useTranslations('account');
  const token = new URLSearchParams(useSearch()).get('token') ?? '';
  const queryClient = useQueryClient();
  const { data: me } = useQuery(meQuery);
  // A query, so that the link is used once however often the screen is drawn.
  const verification = useQuery({
    queryKey: ['verify-email', token],
    queryFn: async () => {
      await verifyEmail(token);
      // Cancelled first: a fetch that began before the link was used would answer with what was so until then.
      await queryClient.cancelQueries(meQuery);
      await queryClient.refetchQueries(meQuery);
      return true;
    },
    staleTime: Infinity,
    retry: false,
  });

  return (
    <PublicPage title={t('verifyPage')}>
      <Sheet title={verification.isSuccess ? t('verified') : t('verifying')}>
        {verification.isPending ? <Loading lines={1} label={t('confirming')} /> : null}
        {verification.isError ? <ProblemNote error={verification.error} /> : null}
        <div className="mt-6 flex flex-wrap gap-3">
          {verification.isSuccess ? (
            <ButtonLink to={me ? homeOf(me) : '/sign-in'} weight="strong" size="thumb">
              {me ? t('goOn') : t('signIn')}
            </ButtonLink>
          ) : null}
          {verification.isError ? <ButtonLink to="/check-your-mail">{t('newLink')}</ButtonLink> : null}
        </div>
      </Sheet>
    </PublicPage>
  );
}
