import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';

import { Button } from './button.tsx';

const AFTER_FIRST_SCREEN_MS = 3_000;

/** The worker that keeps the shell for hours without a network, and a word when it has fetched a newer Kontor. */
export function Renewal() {
  const t = useTranslations('ui');
  const [waiting, setWaiting] = useState<ServiceWorker | null>(null);
  useEffect(() => {
    if (import.meta.env.DEV || !('serviceWorker' in navigator)) return;
    const keep = () => {
      void keepShell(setWaiting).catch(() => {
        // Private windows may refuse it: Kontor then needs its network.
      });
    };
    // It fetches every file of the shell, which must not stand in the way of the first screen.
    const soon = setTimeout(keep, AFTER_FIRST_SCREEN_MS);
    return () => clearTimeout(soon);
  }, []);
  if (!waiting) return null;
  const renew = () => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    waiting.postMessage('take over', []);
  };
  return (
    <output className="fixed inset-x-4 bottom-20 z-40 flex justify-center md:bottom-6">
      <span className="flex flex-wrap items-center gap-4 border-2 border-rule-strong bg-sheet px-4 py-2">
        {t('renewed')}
        <Button size="small" onClick={renew}>
          {t('reload')}
        </Button>
      </span>
    </output>
  );
}

async function keepShell(onWaiting: (worker: ServiceWorker) => void): Promise<void> {
  const registration = await navigator.serviceWorker.register('/sw.js');
  // The first one of all has nothing to renew: it takes over when the page is opened again.
  const tell = () => {
    if (registration.waiting && navigator.serviceWorker.controller) onWaiting(registration.waiting);
  };
  tell();
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', tell);
  });
}
