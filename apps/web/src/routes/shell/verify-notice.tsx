import { useTranslations } from 'use-intl';
import { Link } from 'wouter';

import { useMe } from '../../api/session.ts';

/** Until the address is confirmed: money waits for it. */
export function VerifyNotice() {
  const t = useTranslations('shell');
  const me = useMe();
  if (me.emailVerified) return null;
  return (
    <p className="mx-auto mb-6 max-w-[var(--page)] border-l-4 border-waiting bg-waiting-wash px-3 py-2">
      {t('confirmFirst')} <Link href="/check-your-mail">{t('sendMeLink')}</Link>
    </p>
  );
}
