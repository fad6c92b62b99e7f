import { useTranslations } from 'use-intl';
import { useLocation } from 'wouter';

import { ButtonLink } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';

export function NotHere() {
  const t = useTranslations('shell');
  const [path] = useLocation();
  return (
    <Page title={t('nothingHere')} lede={t('nothingHereLede')}>
      <ButtonLink to={path.startsWith('/hire') ? '/hire' : '/assist'} weight="strong">
        {t('toWeek')}
      </ButtonLink>
    </Page>
  );
}
