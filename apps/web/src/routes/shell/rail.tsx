import { Search } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Link, useLocation } from 'wouter';

import { NoticeButton } from '../../features/notifications/notice-button.tsx';
import { Brand } from '../../ui/brand.tsx';
import { AccountPanel } from './account-panel.tsx';
import { openPalette } from './palette-key.tsx';
import { isAt, type Place, type Side } from './places.ts';
import { SideSwitch } from './side-switch.tsx';

/** The menu of a wide screen. */
export function Rail({ side, places }: { readonly side: Side; readonly places: readonly Place[] }) {
  const t = useTranslations('shell');
  const [path] = useLocation();
  return (
    <header className="sticky top-0 hidden h-dvh flex-col overflow-y-auto border-r border-rule px-4 py-5 md:flex">
      <div className="mb-5 flex items-center justify-between">
        <Link href={`/${side}`} className="rounded px-2 no-underline" aria-label={t('firstScreen')}>
          <Brand />
        </Link>
        <NoticeButton />
      </div>
      <SideSwitch side={side} />
      <button
        type="button"
        onClick={openPalette}
        className="mt-3 flex min-h-9 items-center justify-between gap-2 rounded border border-edge bg-sheet px-2 text-fine text-ink-soft hover:border-ink"
      >
        <span className="flex items-center gap-2">
          <Search aria-hidden="true" className="size-4" />
          {t('searchShort')}
        </span>
        <kbd className="font-sans text-ink-faint">{isMac() ? '⌘K' : 'Ctrl K'}</kbd>
      </button>
      <nav aria-label={t('menu')} className="mt-4 grid gap-0.5">
        {places.map((place) => {
          const isHere = isAt(place, path);
          return (
            <Link
              key={place.to}
              href={place.to}
              aria-current={isHere ? 'page' : undefined}
              className={`flex min-h-9 items-center gap-3 rounded px-2 no-underline ${isHere ? 'bg-ink font-semibold text-paper' : 'hover:bg-band'}`}
            >
              <place.Icon aria-hidden="true" className="size-4.5" strokeWidth={1.75} />
              {t(`places.${place.name}`)}
            </Link>
          );
        })}
      </nav>
      <div className="mt-auto pt-8">
        <AccountPanel />
      </div>
    </header>
  );
}

function isMac(): boolean {
  return navigator.userAgent.includes('Mac');
}
