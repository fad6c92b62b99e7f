import { useTranslations } from 'use-intl';
import { Link } from 'wouter';

import { NewPasswordForm } from '../features/identity/new-password-form.tsx';
import { resetPassword } from '../features/identity/security.requests.ts';
import { PublicPage, Sheet } from './public-page.tsx';

/** Where the link in the mail leads. */
export function ResetPassword() {
  const t = useTranslations('account');
  return (
    <PublicPage title={t('resetPage')}>
      <Sheet title={t('resetTitle')} lede={t('resetLede')}>
        <NewPasswordForm verb={t('changePassword')} said={t('resetDone')} send={resetPassword} />
        <p className="mt-6 text-ink-soft">
          {t.rich('linkTooOld', { link: (chunks) => <Link href="/forgotten-password">{chunks}</Link> })}
        </p>
      </Sheet>
    </PublicPage>
  );
}
