import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { send } from '../../api/client.ts';
import { useIdempotencyKey } from '../../api/idempotency.ts';
import { formatAmount } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { formatHours } from '../../ui/duration.tsx';
import { ProblemNote } from '../../ui/form.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useBillingChanged } from './billing.queries.ts';

interface ApproveWeekProps {
  readonly weekId: string;
  readonly assistantName: string;
  readonly seconds: number;
  readonly totalCents: number;
  readonly isSmall?: boolean;
  onApproved?(): void;
}

/** Ends the review of one contract's week, with its money shown before it is confirmed. */
export function ApproveWeek(props: ApproveWeekProps) {
  const { weekId, assistantName, seconds, totalCents, isSmall = false, onApproved } = props;
  const t = useTranslations('billing');
  const [isAsking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const { keyFor, done } = useIdempotencyKey();
  const changed = useBillingChanged();
  const say = useToast();
  const approve = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await send('POST', `/weeks/${weekId}/approval`, { idempotencyKey: keyFor({ weekId }) });
      done();
      onApproved?.();
      await changed();
      say(t('approved', { hours: formatHours(seconds), name: assistantName }));
      setAsking(false);
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button weight="strong" size={isSmall ? 'small' : 'normal'} onClick={() => setAsking(true)}>
        {t('approve')}
        <span className="sr-only"> {t('approveWeekOf', { name: assistantName })}</span>
      </Button>
      {isAsking ? (
        <Dialog title={t('approveTitle', { name: assistantName })} onClose={() => setAsking(false)}>
          {problem === null ? null : <ProblemNote error={problem} />}
          <p>
            {t.rich('approveText', {
              hours: formatHours(seconds),
              amount: formatAmount(totalCents),
              strong: (chunks) => <strong>{chunks}</strong>,
            })}
          </p>
          <DialogActions>
            <Button onClick={() => setAsking(false)}>{t('notYet')}</Button>
            <Button weight="strong" isBusy={isBusy} onClick={() => void approve()}>
              {t('approve')}
            </Button>
          </DialogActions>
        </Dialog>
      ) : null}
    </>
  );
}
