import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useLocation } from 'wouter';

import { useMe } from '../../api/session.ts';
import { useOwnEyesAgain } from '../../features/identity/own-eyes.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemNote } from '../../ui/form.tsx';
import { Instant } from '../../ui/instant.tsx';

/** While a member of staff looks through somebody's eyes: whose, until when, and the way out, on every screen. */
export function ThroughTheirEyes() {
  const t = useTranslations('shell');
  const { id, name, lookedThroughUntil } = useMe();
  const [, navigate] = useLocation();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const end = useOwnEyesAgain();
  if (lookedThroughUntil === undefined) return null;
  const leave = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await end();
      navigate(`/staff/found/people/${id}`);
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  };
  return (
    <aside
      aria-label={t('theirEyes')}
      className="sticky top-0 z-30 mx-auto mb-6 max-w-[var(--page)] border-2 border-waiting bg-waiting-wash px-3 py-2"
    >
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p>
          {t.rich('theirEyesText', {
            name,
            until: () => <Instant at={lookedThroughUntil} as="time" />,
            strong: (chunks) => <strong>{chunks}</strong>,
          })}
        </p>
        <Button size="small" isBusy={isBusy} onClick={() => void leave()}>
          {t('ownEyes')}
        </Button>
      </div>
      {problem === null ? null : <ProblemNote error={problem} />}
    </aside>
  );
}
