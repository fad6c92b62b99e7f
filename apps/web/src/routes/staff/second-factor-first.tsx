import { useTranslations } from 'use-intl';

import { ButtonLink } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';

/** Whoever is staff and signed in with a password alone. */
export function SecondFactorFirst() {
  const t = useTranslations('staff');
  return (
    <Page title={t('door.title')}>
      <div className="max-w-[var(--measure)] border-t-2 border-rule-strong pt-4">
        <p>{t('door.why')}</p>
        <p className="mt-2 text-ink-soft">{t('door.how')}</p>
        <div className="mt-4">
          <ButtonLink to="/settings/security" weight="strong">
            {t('door.go')}
          </ButtonLink>
        </div>
      </div>
    </Page>
  );
}
