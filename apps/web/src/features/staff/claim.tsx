import type { StaffDisputeView } from '@app/wire/disputes';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { send } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemNote } from '../../ui/form.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useStaffChanged } from './staff.queries.ts';

/** Takes a dispute, so that no two work on it, or gives it back to the queue. */
export function Claim({ dispute }: { readonly dispute: Pick<StaffDisputeView, 'id' | 'number' | 'can' | 'claim'> }) {
  const t = useTranslations('staff');
  const say = useToast();
  const changed = useStaffChanged();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const { id, number, can, claim } = dispute;
  const put = async (method: 'PUT' | 'DELETE') => {
    setBusy(true);
    setProblem(null);
    try {
      await send(method, `/staff/disputes/${id}/claim`);
      say(t(method === 'PUT' ? 'claim.claimed' : 'claim.released', { number }));
      await changed();
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  const isMine = claim?.mine === true;
  return (
    <>
      {can.claim && !isMine ? (
        <Button size="small" isBusy={isBusy} onClick={() => void put('PUT')}>
          {t('claim.claim')}
          <span className="sr-only"> {number}</span>
        </Button>
      ) : null}
      {can.release && isMine ? (
        <Button size="small" isBusy={isBusy} onClick={() => void put('DELETE')}>
          {t('claim.release')}
          <span className="sr-only"> {number}</span>
        </Button>
      ) : null}
      {problem === null ? null : <ProblemNote error={problem} />}
    </>
  );
}
