import { Menu, Search } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Link, useLocation } from 'wouter';

import { NoticeButton } from '../../features/notifications/notice-button.tsx';
import { Brand } from '../../ui/brand.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { AccountPanel } from './account-panel.tsx';
import { openPalette } from './palette-key.tsx';
import { isAt, type Place, type Side } from './places.ts';
import { SideSwitch } from './side-switch.tsx';

export function TopBar({ side, places }: { readonly side: Side; readonly places: readonly Place[] }) {
  const t = useTranslations('shell');
  const [path] = useLocation();
  // Open on one screen only: whoever goes to another has found what they looked for.
  const [openAt, setOpenAt] = useState<string | null>(null);
  return (
    <header className="flex items-center justify-between border-b border-rule px-4 py-1.5 md:hidden">
      <Link href={`/${side}`} className="no-underline" aria-label={t('firstScreen')}>
        <Brand />
      </Link>
      <div className="flex items-center">
        <button
          type="button"
          aria-haspopup="dialog"
          onClick={openPalette}
          className="grid size-11 place-items-center rounded hover:bg-band"
        >
          <Search aria-hidden="true" className="size-5" />
          <span className="sr-only">{t('search')}</span>
        </button>
        <NoticeButton />
        <button
          type="button"
          aria-haspopup="dialog"
          onClick={() => setOpenAt(path)}
          className="-mr-2 grid size-11 place-items-center rounded hover:bg-band"
        >
          <Menu aria-hidden="true" className="size-5" />
          <span className="sr-only">{t('account')}</span>
        </button>
      </div>
      {openAt === path ? (
        <Dialog title={t('you')} onClose={() => setOpenAt(null)}>
          <div className="grid gap-5">
            <SideSwitch side={side} />
            <PanelPlaces places={places} />
            <AccountPanel />
          </div>
        </Dialog>
      ) : null}
    </header>
  );
}

/** What the bar under the thumb has no room for. */
function PanelPlaces({ places }: { readonly places: readonly Place[] }) {
  const t = useTranslations('shell');
  const [path] = useLocation();
  const rest = places.filter(({ isInPanel }) => isInPanel);
  if (rest.length === 0) return null;
  return (
    <nav aria-label={t('morePlaces')} className="grid">
      {rest.map((place) => (
        <Link
          key={place.to}
          href={place.to}
          aria-current={isAt(place, path) ? 'page' : undefined}
          className="flex min-h-[var(--thumb)] items-center gap-3 border-b border-rule font-semibold no-underline hover:bg-band"
        >
          <place.Icon aria-hidden="true" className="size-5" strokeWidth={1.75} />
          {t(`places.${place.name}`)}
        </Link>
      ))}
    </nav>
  );
}

/** The menu of a phone, under the thumb. */
export function TabBar({ places }: { readonly places: readonly Place[] }) {
  const t = useTranslations('shell');
  const [path] = useLocation();
  return (
    <nav
      aria-label={t('menu')}
      className="fixed inset-x-0 bottom-0 z-30 grid h-14 auto-cols-fr grid-flow-col border-t border-rule-strong bg-paper md:hidden"
    >
      {places
        .filter(({ isInPanel }) => !isInPanel)
        .map((place) => {
          const isHere = isAt(place, path);
          return (
            <Link
              key={place.to}
              href={place.to}
              aria-current={isHere ? 'page' : undefined}
              className={`flex flex-col items-center justify-center gap-0.5 text-[0.6875rem] no-underline ${isHere ? 'bg-ink font-bold text-paper' : 'text-ink-soft'}`}
            >
              <place.Icon aria-hidden="true" className="size-5" strokeWidth={1.75} />
              <span className="max-w-full truncate px-0.5">{t(`places.${place.name}`)}</span>
            </Link>
          );
        })}
    </nav>
  );
}
