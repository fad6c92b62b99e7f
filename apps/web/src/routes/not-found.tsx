import { useTranslations } from 'use-intl';

import { ButtonLink } from '../ui/button.tsx';
import { PublicPage, Sheet } from './public-page.tsx';

export function NotFound() {
  const t = useTranslations('account');
  return (
    <PublicPage title={t('notFoundPage')}>
      <Sheet title={t('nothingHere')} lede={t('nothingHereLede')}>
        <ButtonLink to="/" weight="strong">
          {t('toFirstPage')}
        </ButtonLink>
      </Sheet>
    </PublicPage>
  );
}
