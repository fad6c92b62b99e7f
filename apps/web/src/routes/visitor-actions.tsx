import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';

import { meQuery } from '../api/session.ts';
import { homeOf } from '../features/identity/home.ts';
import { ButtonLink } from '../ui/button.tsx';

/** On top of what visitors see: to the assistants, and in. */
export function VisitorActions() {
  const t = useTranslations('landing');
  const pages = useTranslations('public');
  const { data: me } = useQuery(meQuery);
  return (
    <>
      <ButtonLink to="/assistants" weight="quiet" className="max-sm:px-2">
        {pages('assistants')}
      </ButtonLink>
      {me ? (
        <ButtonLink to={homeOf(me)}>{t('openWeek')}</ButtonLink>
      ) : (
        <ButtonLink to="/sign-in" weight="quiet" className="max-sm:px-2">
          {t('signIn')}
        </ButtonLink>
      )}
    </>
  );
}
