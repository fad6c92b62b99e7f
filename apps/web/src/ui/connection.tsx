import { WifiOff } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl';

/** Says that there is no network, as long as there is none. */
export function Connection() {
  const t = useTranslations('ui');
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine);
  return (
    <output className="sticky top-0 z-40 block">
      {isOnline ? null : (
        <span className="flex items-center justify-center gap-2 bg-ink px-4 py-1.5 text-fine font-semibold text-paper">
          <WifiOff aria-hidden="true" className="size-4 flex-none" />
          {t('offline')}
        </span>
      )}
    </output>
  );
}

function subscribe(changed: () => void): () => void {
  addEventListener('online', changed);
  addEventListener('offline', changed);
  return () => {
    removeEventListener('online', changed);
    removeEventListener('offline', changed);
  };
}
