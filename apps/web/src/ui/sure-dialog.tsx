import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';

import { Button } from './button.tsx';
import { Dialog, DialogActions } from './dialog.tsx';
import { ProblemNote } from './form.tsx';

interface SureDialogProps {
  readonly title: string;
  readonly verb: string;
  /** How one leaves it undone; Cancel when left out. */
  readonly otherwise?: string;
  readonly isGrave?: boolean;
  run(): Promise<void>;
  onClose(): void;
  /** What it means, with its money where it has some. */
  readonly children: ReactNode;
}

/** Asks once more before something that cannot be taken back. */
export function SureDialog({ title, verb, otherwise, isGrave = false, run, onClose, children }: SureDialogProps) {
  const t = useTranslations('ui');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const go = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await run();
      onClose();
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <div aria-live="polite">{problem === null ? null : <ProblemNote error={problem} />}</div>
      <div className="grid gap-3">{children}</div>
      <DialogActions>
        <Button onClick={onClose}>{otherwise ?? t('cancel')}</Button>
        <Button weight={isGrave ? 'grave' : 'strong'} isBusy={isBusy} onClick={() => void go()}>
          {verb}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
