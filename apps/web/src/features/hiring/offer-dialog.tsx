import type { BriefView, ContractView, OfferRequest } from '@app/wire/hiring';
import { useTranslations } from 'use-intl';

import { send } from '../../api/client.ts';
import { translator } from '../../i18n/spoken.ts';
import { Amount, centsFrom, formatAmount, typedFrom } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { minutesFrom } from '../../ui/duration.tsx';
import { TextField } from '../../ui/field.tsx';
import { FieldFaults, Form, useForm } from '../../ui/form.tsx';
import { formatBasisPoints } from '../../ui/percent.ts';
import { useToast } from '../../ui/toast.tsx';
import { useHiringChanged } from './hiring.queries.ts';
import { HIGHEST_RATE_CENTS, isRate, LOWEST_RATE_CENTS, priceOf } from './price.ts';
import { usePrices } from './prices.ts';

interface OfferDialogProps {
  readonly brief: BriefView;
  readonly assistant: { readonly id: string; readonly name: string; readonly rateCents: number };
  readonly freeMinutes: number;
  onClose(): void;
  onOffered(contract: ContractView): void;
}

/** Terms for one assistant, with the price of a full week while they are typed. */
export function OfferDialog({ brief, assistant, freeMinutes, onClose, onOffered }: OfferDialogProps) {
  const t = useTranslations('hiring');
  const ui = useTranslations('ui');
  const say = useToast();
  const changed = useHiringChanged();
  const form = useForm({
    initial: {
      title: brief.title,
      rate: typedFrom(assistant.rateCents),
      hours: hoursTyped(brief.weeklyMinutes),
    },
    schema: async () => (await import('@app/wire/hiring')).OfferRequest,
    request: ({ title, rate, hours }): OfferRequest => {
      const [rateCents, weeklyLimitMinutes] = [centsFrom(rate), minutesFrom(hours)];
      const fault = translator('faults');
      const bounds = { lowest: formatAmount(LOWEST_RATE_CENTS), highest: formatAmount(HIGHEST_RATE_CENTS) };
      const faults = {
        ...(rateCents === null || !isRate(rateCents) ? { rate: fault('rateBetween', bounds) } : {}),
        ...(weeklyLimitMinutes === null ? { hours: fault('hours', { example: '15, 7:30' }) } : {}),
      };
      if (rateCents === null || weeklyLimitMinutes === null || Object.keys(faults).length > 0) {
        throw new FieldFaults(faults);
      }
      return {
        businessId: brief.businessId,
        briefId: brief.id,
        assistantId: assistant.id,
        title,
        rateCents,
        weeklyLimitMinutes,
      };
    },
    send: async (request: OfferRequest, idempotencyKey) => {
      const contract = await send<ContractView>('POST', '/contracts', { body: request, idempotencyKey });
      await changed();
      say(t('offerSent', { name: assistant.name }));
      onOffered(contract);
    },
    draft: `offer of ${brief.id} to ${assistant.id}`,
  });
  const minutes = minutesFrom(form.values.hours);

  return (
    <Dialog title={t('offerTitle', { name: assistant.name })} onClose={onClose}>
      <Form form={form} shows={['rateCents', 'weeklyLimitMinutes']} className="grid gap-4">
        <TextField label={t('title')} {...form.text('title')} />
        <div className="grid grid-cols-2 gap-4">
          <TextField
            label={t('rateHour')}
            inputMode="decimal"
            before="$"
            {...form.text('rate')}
            fault={form.faults.rate ?? form.faults.rateCents}
          />
          <TextField
            label={t('mostHours')}
            inputMode="decimal"
            after={ui('hoursUnit')}
            {...form.text('hours')}
            fault={form.faults.hours ?? form.faults.weeklyLimitMinutes}
          />
        </div>
        <WeeklyPrice rateCents={centsFrom(form.values.rate)} minutes={minutes} />
        {minutes !== null && minutes > freeMinutes ? (
          <p className="border-l-4 border-waiting bg-waiting-wash px-3 py-2">
            {t('moreThanFree', { name: assistant.name })}
          </p>
        ) : null}
        <p className="text-fine text-ink-faint">{t('offerNote')}</p>
        <DialogActions>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button type="submit" weight="strong" isBusy={form.isBusy}>
            {t('sendOffer')}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}

function WeeklyPrice({ rateCents, minutes }: { readonly rateCents: number | null; readonly minutes: number | null }) {
  const t = useTranslations('hiring');
  const { clientFeeBp } = usePrices();
  const price =
    rateCents !== null && minutes !== null && isRate(rateCents) ? priceOf(rateCents, minutes, clientFeeBp) : null;
  const line = (cents: number | undefined) => (cents === undefined ? '–' : <Amount cents={cents} />);
  return (
    <dl
      aria-live="polite"
      className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1 border-y border-rule bg-band px-3 py-3"
    >
      <dt>{t('fullWeek')}</dt>
      <dd className="text-right">{line(price?.worthCents)}</dd>
      <dt>{t('fee', { percent: formatBasisPoints(clientFeeBp) })}</dt>
      <dd className="text-right">{line(price?.feeCents)}</dd>
      <dt className="text-lead font-bold">{t('atMost')}</dt>
      <dd className="text-right text-lead font-bold">{line(price?.totalCents)}</dd>
    </dl>
  );
}

function hoursTyped(minutes: number): string {
  const rest = minutes % 60;
  return `${Math.trunc(minutes / 60)}${rest > 0 ? `:${String(rest).padStart(2, '0')}` : ''}`;
}
