import type { CardSetupView } from '@app/wire/billing';
import { useState } from 'react';

import { send } from '../../api/client.ts';
import { useIdempotencyKey } from '../../api/idempotency.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemNote } from '../../ui/form.tsx';

interface AddCardProps {
  readonly businessId: string;
  readonly label: string;
  readonly isStrong?: boolean;
}

/** Leads to Stripe's own page: the number of a card is never typed into Kontor. */
export function AddCard({ businessId, label, isStrong = false }: AddCardProps) {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const { keyFor } = useIdempotencyKey();
  const go = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const body = { businessId };
      const { url } = await send<CardSetupView>('POST', '/card-setups', { body, idempotencyKey: keyFor(body) });
      location.assign(url);
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  };
  return (
    <div>
      <div aria-live="polite">{problem === null ? null : <ProblemNote error={problem} />}</div>
      <Button weight={isStrong ? 'strong' : 'plain'} isBusy={isBusy} onClick={() => void go()}>
        {label}
      </Button>
    </div>
  );
}
