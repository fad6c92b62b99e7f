import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Redirect, useLocation } from 'wouter';

import { useLive } from '../../api/live.ts';
import { meQuery } from '../../api/session.ts';
import { Crash } from '../../ui/crash.tsx';
import { Opening } from '../../ui/opening.tsx';
import { ReaderProvider } from '../../ui/reader.tsx';
import { Failed } from '../../ui/states.tsx';
import { Rail } from './rail.tsx';
import { TabBar, TopBar } from './phone-bars.tsx';
import { useAccountLanguage } from './own-language.ts';
import { PaletteKey } from './palette-key.tsx';
import type { Place, Side } from './places.ts';
import { ThroughTheirEyes } from './through-their-eyes.tsx';
import { VerifyNotice } from './verify-notice.tsx';

interface SignedInProps {
  readonly side: Side;
  readonly places: readonly Place[];
  /** Stands above the work on a wide screen and above the tab bar on a phone: the timer. */
  readonly companion?: ReactNode;
  readonly children: ReactNode;
}

/** The room that signed-in people work in. Whoever is not signed in is led to the door and back. */
export function SignedIn({ side, places, companion, children }: SignedInProps) {
  const t = useTranslations('shell');
  const me = useQuery(meQuery);
  const [path] = useLocation();
  const workRef = useRef<HTMLElement>(null);
  const lastPath = useRef(path);
  useLive(Boolean(me.data));
  useAccountLanguage(me.data?.language);
  // A new screen is read from its top, as a new page would be.
  useEffect(() => {
    if (lastPath.current === path) return;
    lastPath.current = path;
    window.scrollTo(0, 0);
    workRef.current?.focus({ preventScroll: true });
  }, [path]);

  if (me.isPending) return <Opening />;
  if (me.isError) {
    return (
      <main className="mx-auto max-w-[var(--measure)] p-6 pt-24">
        <Failed error={me.error} onRetry={() => void me.refetch()} />
      </main>
    );
  }
  if (!me.data) {
    return <Redirect to={`/sign-in?next=${encodeURIComponent(path + location.search)}`} replace />;
  }
  return (
    <ReaderProvider zone={me.data.zone}>
      <a
        href="#work"
        className="sr-only focus-visible:not-sr-only focus-visible:fixed focus-visible:top-2 focus-visible:left-2 focus-visible:z-50 focus-visible:bg-sheet focus-visible:px-4 focus-visible:py-2"
      >
        {t('toWork')}
      </a>
      <div className="min-h-dvh md:grid md:grid-cols-[var(--rail)_minmax(0,1fr)]">
        <PaletteKey side={side} />
        <Rail side={side} places={places} />
        <TopBar side={side} places={places} />
        <div className="flex min-w-0 flex-col">
          {companion ? (
            <div className="z-20 bg-sheet max-md:fixed max-md:inset-x-0 max-md:bottom-14 max-md:border-t-2 max-md:border-rule-strong md:sticky md:top-0 md:border-b md:border-rule">
              {companion}
            </div>
          ) : null}
          <main
            id="work"
            ref={workRef}
            tabIndex={-1}
            className={`flex-1 px-4 pt-5 outline-none sm:px-8 lg:px-10 lg:pt-8 md:pb-12 ${companion ? 'pb-48' : 'pb-28'}`}
          >
            <ThroughTheirEyes />
            <VerifyNotice />
            <Crash key={path}>{children}</Crash>
          </main>
        </div>
        <TabBar places={places} />
      </div>
    </ReaderProvider>
  );
}
