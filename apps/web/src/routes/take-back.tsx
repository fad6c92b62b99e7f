import { useTranslations } from 'use-intl';

import { NewPasswordForm } from '../features/identity/new-password-form.tsx';
import { takeBackEmail } from '../features/identity/security.requests.ts';
import { PublicPage, Sheet } from './public-page.tsx';

/** Where the link in the mail to an address leads that somebody else gave up. */
export function TakeBack() {
  const t = useTranslations('account');
  return (
    <PublicPage title={t('takeBackTitle')}>
      <Sheet title={t('takeBackTitle')} lede={t('takeBackLede')}>
        <NewPasswordForm verb={t('takeBack')} said={t('takenBack')} send={takeBackEmail} />
      </Sheet>
    </PublicPage>
  );
}
