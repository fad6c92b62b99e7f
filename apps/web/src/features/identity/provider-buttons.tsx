import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { useLanguage } from '../../i18n/language-provider.tsx';
import { Button } from '../../ui/button.tsx';
import { ProblemNote } from '../../ui/form.tsx';
import { goToSignIn, providersQuery } from './providers.requests.ts';

/** A button for each provider; nothing where there are none. They open an account for who has none. */
export function ProviderButtons({ next = null }: { readonly next?: string | null }) {
  const t = useTranslations('providers');
  const { language } = useLanguage();
  const { data: providers = [] } = useQuery(providersQuery);
  const [busyWith, setBusyWith] = useState<string | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  if (providers.length === 0) return null;
  const go = async (provider: string) => {
    setBusyWith(provider);
    setProblem(null);
    try {
      await goToSignIn(provider, next, language); // Busy until the browser has left.
    } catch (error) {
      setProblem(error);
      setBusyWith(null);
    }
  };
  return (
    <div className="mt-4 grid gap-3">
      <div aria-live="polite">{problem === null ? null : <ProblemNote error={problem} />}</div>
      {providers.map(({ id, name }) => (
        <Button key={id} size="thumb" isBusy={busyWith === id} onClick={() => void go(id)}>
          {t('continueWith', { name })}
        </Button>
      ))}
    </div>
  );
}
