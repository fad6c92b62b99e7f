import type { ProviderView } from '@app/wire/providers';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useLocation } from 'wouter';

import { useSessionChange } from '../api/session.ts';
import { homeOf } from '../features/identity/home.ts';
import {
  currentTrip,
  isOffered,
  linkProvider,
  providerLoginsQuery,
  signInWithProvider,
} from '../features/identity/providers.requests.ts';
import { ButtonLink } from '../ui/button.tsx';
import { ProblemNote } from '../ui/form.tsx';
import { Loading } from '../ui/states.tsx';
import { PublicPage, Sheet } from './public-page.tsx';

/** Where an offer is accepted, once signed in. */
const ACCEPT = '/settings/security?connect=offered';

/** Where providers send people back to. */
export function Provider() {
  const t = useTranslations('providers');
  // Read once, and gone from the address: what the provider said stays in no history.
  const [answer] = useState(() => window.location.search.slice(1));
  const [trip] = useState(currentTrip);
  const [, navigate] = useLocation();
  const changeSession = useSessionChange();
  const queryClient = useQueryClient();
  useEffect(() => window.history.replaceState(null, '', window.location.pathname), []);

  // A query, so that the answer is used once however often the screen is drawn.
  const back = useQuery({
    queryKey: ['me', 'provider', answer],
    queryFn: async (): Promise<ProviderView | null> => {
      if (trip.isLinking) {
        await linkProvider(answer);
        await queryClient.invalidateQueries(providerLoginsQuery);
        navigate('/settings/security', { replace: true });
        return null;
      }
      const said = await signInWithProvider(answer);
      if (isOffered(said)) return said.offered;
      if ('wants' in said) {
        const next = trip.next === null ? '' : `?next=${encodeURIComponent(trip.next)}`;
        navigate(`/sign-in${next}`, { replace: true, state: { wants: said.wants } });
        return null;
      }
      changeSession(said);
      navigate(trip.next ?? homeOf(said), { replace: true });
      return null;
    },
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  });

  const offered = back.data;
  const title = offered ? t('haveAccount') : t('signingIn');
  return (
    <PublicPage title={title}>
      <Sheet title={back.isError ? t('notIn') : title}>
        {back.isPending ? <Loading lines={1} label={t('signingIn')} /> : null}
        {back.isError ? <ProblemNote error={back.error} /> : null}
        {offered ? <p>{t('haveAccountSays', { name: offered.name })}</p> : null}
        <div className="mt-6 flex flex-wrap gap-3">
          {offered ? (
            <ButtonLink to={`/sign-in?next=${encodeURIComponent(ACCEPT)}`} weight="strong" size="thumb">
              {t('signInAsEver')}
            </ButtonLink>
          ) : null}
          {back.isError ? (
            <ButtonLink to={trip.isLinking ? '/settings/security' : '/sign-in'} size="thumb">
              {trip.isLinking ? t('toSecurity') : t('toSignIn')}
            </ButtonLink>
          ) : null}
        </div>
      </Sheet>
    </PublicPage>
  );
}
