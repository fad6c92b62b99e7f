import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { ProblemNote } from '../../ui/form.tsx';

interface SureDialogProps {
  readonly title: string;
  readonly says: string;
  readonly does: string;
  run(): Promise<void>;
  onClose(): void;
}

/** Asks before something that cannot be taken back. */
export function SureDialog({ title, says, does, run, onClose }: SureDialogProps) {
  const t = useTranslations('security');
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
      <p>{says}</p>
      <DialogActions>
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button weight="grave" isBusy={isBusy} onClick={() => void go()}>
          {does}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
