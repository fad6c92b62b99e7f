import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { Button } from '../../ui/button.tsx';
import { ProblemNote } from '../../ui/form.tsx';
import { Fetched } from '../../ui/states.tsx';
import { goToSignIn, providerLoginsQuery } from './providers.requests.ts';

/** To sign in anew as one came, and back to this screen: for who has no password to show. */
export function ProviderAgain() {
  const t = useTranslations('sign-in');
  const logins = useQuery(providerLoginsQuery);
  const [busyWith, setBusyWith] = useState<string | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const go = async (provider: string) => {
    setBusyWith(provider);
    setProblem(null);
    try {
      await goToSignIn(provider, window.location.pathname + window.location.search); // Busy until the browser has left.
    } catch (error) {
      setProblem(error);
      setBusyWith(null);
    }
  };
  return (
    <div className="grid gap-3">
      <div aria-live="polite">{problem === null ? null : <ProblemNote error={problem} />}</div>
      <Fetched query={logins} lines={1} empty={null}>
        {({ logins: own }) =>
          own.map(({ id, provider, name }) => (
            <Button key={id} size="thumb" isBusy={busyWith === provider} onClick={() => void go(provider)}>
              {t('againWith', { name })}
            </Button>
          ))
        }
      </Fetched>
    </div>
  );
}
