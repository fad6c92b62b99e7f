import { type ReactNode, useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';

import { Brand } from '../ui/brand.tsx';
import { LanguageSwitch } from '../ui/language-switch.tsx';
import { ThemeSwitch } from '../ui/theme-switch.tsx';

interface PublicPageProps {
  readonly title: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** What stands around a screen that needs no sign-in. */
export function PublicPage({ title, actions, children }: PublicPageProps) {
  const t = useTranslations('account');
  useEffect(() => {
    document.title = title === 'Kontor' ? title : `${title} · Kontor`;
  }, [title]);
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="mx-auto flex w-full max-w-[76rem] items-center justify-between gap-4 px-4 py-4 sm:px-8">
        <Link href="/" className="no-underline" aria-label={t('firstPage')}>
          <Brand />
        </Link>
        <div className="flex items-center gap-2">{actions}</div>
      </header>
      <main className="mx-auto flex w-full max-w-[76rem] flex-1 flex-col px-4 pb-10 sm:px-8">{children}</main>
      <footer className="mx-auto w-full max-w-[76rem] px-4 sm:px-8">
        <div className="flex flex-wrap items-center justify-between gap-4 border-t border-rule py-4 text-fine text-ink-faint">
          <p>{t('freeSoftware')}</p>
          <div className="flex flex-wrap items-center gap-3">
            <LanguageSwitch />
            <ThemeSwitch />
          </div>
        </div>
      </footer>
    </div>
  );
}

/** One question on the page: a narrow sheet. */
export function Sheet({
  title,
  lede,
  children,
}: {
  readonly title: string;
  readonly lede?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <div className="mx-auto my-auto w-full max-w-md py-8">
      <div className="border-t-2 border-rule-strong pt-4">
        <h1 className="text-title">{title}</h1>
        {lede ? <div className="mt-2 text-ink-soft">{lede}</div> : null}
        <div className="mt-6">{children}</div>
      </div>
    </div>
  );
}
