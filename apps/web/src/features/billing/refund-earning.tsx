import type { EarningView } from '@app/wire/billing';
import type { LineRefunded, RefundLineRequest } from '@app/wire/refunds';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { send } from '../../api/client.ts';
import { previewQuery } from '../../api/preview.ts';
import { explain } from '../../api/problems.ts';
import { Amount, centsFrom, formatAmount, typedFrom } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { FieldFaults, Form, useForm } from '../../ui/form.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useBillingChanged } from './billing.queries.ts';

const MINUTE = 60;

interface RefundProps {
  readonly earning: EarningView;
}

/** An assistant gives back pay that nobody has claimed: hours of work, or money of a bonus. */
export function RefundEarning(props: RefundProps) {
  const t = useTranslations('refunds');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="small" weight="quiet" className="-ml-2.5" onClick={() => setOpen(true)}>
        {t('giveBack')}
        <span className="sr-only"> {t('giveBackTo', { name: props.earning.client.name })}</span>
      </Button>
      {isOpen ? <RefundDialog {...props} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function RefundDialog({ earning, onClose }: RefundProps & { onClose(): void }) {
  const t = useTranslations('refunds');
  const changed = useBillingChanged();
  const say = useToast();
  const { seconds } = earning;
  const isBonus = seconds === null;
  const wholeMinutes = Math.trunc((seconds ?? 0) / MINUTE);
  const most = isBonus ? earning.amountCents - earning.givenBackCents : wholeMinutes;
  /** Never left out: the line may have other parts, which somebody disputes. */
  const wanted = (asked: number): RefundLineRequest => {
    if (isBonus) return { quantity: asked };
    return { quantity: asked === most ? (seconds ?? 0) : asked * MINUTE };
  };
  const form = useForm<{ quantity: string }>({
    initial: { quantity: '' },
    request: ({ quantity }): RefundLineRequest => {
      const asked = quantityOf(quantity, isBonus, most);
      if (asked === null) throw new FieldFaults({ quantity: t(isBonus ? 'amountFault' : 'minutesFault') });
      return wanted(asked);
    },
    send: async (body: RefundLineRequest, idempotencyKey) => {
      const refund = `/invoice-lines/${earning.lineId}/refunds`;
      const { amountCents } = await send<LineRefunded>('POST', refund, { body, idempotencyKey });
      await changed();
      say(t('gaveBack', { amount: formatAmount(amountCents), name: earning.client.name }));
      onClose();
    },
  });
  const asked = quantityOf(form.values.quantity, isBonus, most);
  const preview = previewQuery<LineRefunded>(
    'billing',
    `/invoice-lines/${earning.lineId}/refund-preview`,
    asked === null ? null : wanted(asked),
  );
  const { data: worth, error } = useQuery(preview);
  const saysWhatGoes = () => {
    if (asked === null) return t('nothingGoesBack');
    if (error) return explain(error).says;
    if (!worth) return t('counting');
    return t.rich(earning.state === 'sent' ? 'goesBackSent' : 'goesBackHeld', {
      amount: () => <Amount cents={worth.amountCents} className="font-semibold" />,
      name: earning.client.name,
    });
  };
  return (
    <Dialog title={t('giveBackTitle', { name: earning.client.name })} onClose={onClose}>
      <Form form={form} className="grid gap-4">
        <p>{t('giveBackIntro')}</p>
        <TextField
          label={t(isBonus ? 'howMuchMoney' : 'howManyMinutes')}
          inputMode={isBonus ? 'decimal' : 'numeric'}
          autoComplete="off"
          help={isBonus ? t('atMost', { most: typedFrom(most) }) : t('atMostMinutes', { most: String(most) })}
          className="max-w-52"
          {...(isBonus ? { before: '$' } : { after: t('minutesUnit') })}
          {...form.text('quantity')}
        />
        <p aria-live="polite" className="border-t-2 border-rule-strong pt-3">
          {saysWhatGoes()}
        </p>
        <DialogActions>
          <Button onClick={onClose}>{t('notNow')}</Button>
          <Button type="submit" weight="grave" isBusy={form.isBusy}>
            {t('giveBackVerb')}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}

/** Cents or minutes; null when it is none, or more than there is. */
function quantityOf(typed: string, isBonus: boolean, most: number): number | null {
  const asked = isBonus ? centsFrom(typed) : /^\s*\d{1,5}\s*$/.test(typed) ? Number(typed) : null;
  return asked !== null && asked > 0 && asked <= most ? asked : null;
}
