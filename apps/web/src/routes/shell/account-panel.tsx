import { useTranslations } from 'use-intl';
import { Link, useLocation } from 'wouter';

import { useMe, useSessionChange } from '../../api/session.ts';
import { signOut } from '../../features/identity/identity.requests.ts';
import { LanguageSwitch } from '../../ui/language-switch.tsx';
import { MotionSwitch } from '../../ui/motion-switch.tsx';
import { zoneName } from '../../ui/reader.tsx';
import { ThemeSwitch } from '../../ui/theme-switch.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useKeepLanguage } from './own-language.ts';

/** Who is signed in, in which zone they read, the theme, and the way out. */
export function AccountPanel() {
  const t = useTranslations('shell');
  const me = useMe();
  const keepLanguage = useKeepLanguage();
  const say = useToast();
  const [, navigate] = useLocation();
  const changeSession = useSessionChange();
  const leave = async () => {
    try {
      await signOut();
      navigate('/', { replace: true });
      changeSession(null);
    } catch {
      say(t('stillSignedIn'));
    }
  };
  return (
    <div className="grid gap-3 border-t border-rule pt-4 text-fine">
      <div className="min-w-0">
        <p className="font-semibold">{me.name}</p>
        <p className="truncate text-ink-faint" title={me.email}>
          {me.email}
        </p>
        <p className="mt-1 text-ink-faint">{t('allTimes', { zone: zoneName(me.zone) })}</p>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <LanguageSwitch onChange={(language) => void keepLanguage(language).catch(() => {})} />
        <ThemeSwitch />
      </div>
      <MotionSwitch />
      {me.assists ? null : <Link href="/assist/profile">{t('assistToo')}</Link>}
      {me.businesses.length > 0 ? null : <Link href="/hire/new-business">{t('hireToo')}</Link>}
      {me.businesses.length > 0 ? <Link href="/settings/people">{t('people')}</Link> : null}
      <Link href="/settings/security">{t('security')}</Link>
      <Link href="/settings/privacy">{t('privacy')}</Link>
      <button
        type="button"
        onClick={() => void leave()}
        className="min-h-8 justify-self-start underline underline-offset-4"
      >
        {t('signOut')}
      </button>
    </div>
  );
}
