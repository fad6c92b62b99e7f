import type { BonusRequest } from '@app/wire/refunds';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { send } from '../../api/client.ts';
import { Amount, centsFrom } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { FieldFaults, Form, useForm } from '../../ui/form.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useBillingChanged } from './billing.queries.ts';
import { withFee } from './with-fee.ts';

interface BonusProps {
  readonly contractId: string;
  readonly assistantName: string;
  readonly feeBp: number;
}

/** Money on top of the hours: a line of the next invoice. */
export function GiveBonus(props: BonusProps) {
  const t = useTranslations('refunds');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('bonus')}
        <span className="sr-only"> {t('bonusFor', { name: props.assistantName })}</span>
      </Button>
      {isOpen ? <BonusDialog {...props} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function BonusDialog({ contractId, assistantName, feeBp, onClose }: BonusProps & { onClose(): void }) {
  const t = useTranslations('refunds');
  const changed = useBillingChanged();
  const say = useToast();
  const form = useForm<{ amountCents: string; note: string }>({
    initial: { amountCents: '', note: '' },
    schema: async () => (await import('@app/wire/refunds')).BonusRequest,
    request: ({ amountCents, note }): BonusRequest => {
      const cents = centsFrom(amountCents);
      if (cents === null) throw new FieldFaults({ amountCents: t('amountFault') });
      return { amountCents: cents, note: note.trim() };
    },
    send: async (body: BonusRequest, idempotencyKey) => {
      await send('POST', `/contracts/${contractId}/bonuses`, { body, idempotencyKey });
      await changed();
      say(t('bonusGiven', { name: assistantName }));
      onClose();
    },
    draft: `bonus ${contractId}`,
  });
  const cents = centsFrom(form.values.amountCents);
  return (
    <Dialog title={t('bonusTitle', { name: assistantName })} onClose={onClose}>
      <Form form={form} className="grid gap-4">
        <TextField
          label={t('bonusAmount')}
          inputMode="decimal"
          autoComplete="off"
          before="$"
          help={t('bonusHelp')}
          className="max-w-52"
          {...form.text('amountCents')}
        />
        <TextField label={t('bonusNote')} isOptional {...form.text('note')} />
        <p aria-live="polite" className="border-t-2 border-rule-strong pt-3">
          {cents === null || cents === 0
            ? t('bonusNothing')
            : t.rich('bonusMoney', {
                name: assistantName,
                amount: () => <Amount cents={cents} className="font-semibold" />,
                total: () => <Amount cents={withFee(cents, feeBp)} className="font-semibold" />,
              })}
        </p>
        <DialogActions>
          <Button onClick={onClose}>{t('notNow')}</Button>
          <Button type="submit" weight="strong" isBusy={form.isBusy}>
            {t('bonusVerb')}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
