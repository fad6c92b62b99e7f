import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { Button } from '../../ui/button.tsx';
import { ProblemNote } from '../../ui/form.tsx';
import { knowsPasskeys } from './passkeys.ts';

interface PasskeyButtonProps {
  readonly weight?: 'plain' | 'strong';
  /** Asks the browser, and goes on. */
  use(): Promise<void>;
}

/** Nothing in a browser that knows no passkeys. */
export function PasskeyButton({ weight = 'plain', use }: PasskeyButtonProps) {
  const t = useTranslations('sign-in');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  if (!knowsPasskeys()) return null;
  const start = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await use();
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div>
      <div aria-live="polite">
        {problem === null ? null : (
          <div className="mb-3">
            <ProblemNote error={problem} />
          </div>
        )}
      </div>
      <Button weight={weight} size="thumb" className="w-full" isBusy={isBusy} onClick={() => void start()}>
        <KeyRound aria-hidden="true" className="size-4" strokeWidth={1.5} />
        {t('usePasskey')}
      </Button>
    </div>
  );
}
