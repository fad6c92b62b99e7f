import { useEffect, useState } from 'react';

import { onStepUp } from '../../api/client.ts';
import { later } from '../../ui/later.tsx';

const StepUpDialog = later(async () => (await import('./step-up-dialog.tsx')).StepUpDialog);

/** Requests that wait for the same answer: several may be refused at once, and the person is asked once. */
interface Asking {
  readonly answers: readonly ((isDone: boolean) => void)[];
}

/** Whatever request wants it, from whatever screen: asks its person to show who they are, and lets it be sent again. */
export function StepUp() {
  const [asking, setAsking] = useState<Asking | null>(null);
  useEffect(() => {
    onStepUp(
      () => new Promise((answer) => setAsking((current) => ({ answers: [...(current?.answers ?? []), answer] }))),
    );
  }, []);
  if (!asking) return null;
  const end = (isDone: boolean) => {
    for (const answer of asking.answers) answer(isDone);
    setAsking(null);
  };
  return <StepUpDialog onDone={() => end(true)} onClose={() => end(false)} />;
}
