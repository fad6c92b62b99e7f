import type { CycleRequest, FeeRequest, UnpaidRowRequest } from '@app/wire/staff';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';

import { send } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { SelectField, TextArea, TextField } from '../../ui/field.tsx';
import { Form, type FormState, useForm } from '../../ui/form.tsx';
import { useToast } from '../../ui/toast.tsx';
import { basisPointsFrom, startOfDay, wholeFrom } from './typed-terms.ts';
import { useStaffChanged } from './staff.queries.ts';

/** A fee from a day to come on. Contracts keep what they were agreed with. */
export function AddFee() {
  const t = useTranslations('staff');
  const kept = useKept('/staff/fees');
  const [isOpen, setOpen] = useState(false);
  const form = useForm({
    initial: { day: '', client: '', assistant: '', reason: '' },
    request: ({ day, client, assistant, reason }) => ({
      ...{ effectiveFrom: startOfDay(day), reason },
      clientFeeBp: basisPointsFrom('client', client),
      assistantFeeBp: basisPointsFrom('assistant', assistant),
    }),
    schema: async () => (await import('@app/wire/staff')).FeeRequest,
    send: async (body: FeeRequest) => kept(body, () => setOpen(false)),
  });
  return (
    <AddRow title={t('policies.addFee')} form={form} isOpen={isOpen} setOpen={setOpen}>
      <TextField label={t('policies.client')} after="%" inputMode="decimal" {...form.text('client')} />
      <TextField label={t('policies.assistant')} after="%" inputMode="decimal" {...form.text('assistant')} />
    </AddRow>
  );
}

/** When weeks freeze, how long clients review, how long money waits, from a day to come on. */
export function AddCycle() {
  const t = useTranslations('staff');
  const kept = useKept('/staff/cycle-policies');
  const [isOpen, setOpen] = useState(false);
  const form = useForm({
    initial: { day: '', freezeHour: '12', reviewEndsDay: '5', shortestReviewHours: '48', holdDays: '5', reason: '' },
    request: ({ day, freezeHour, reviewEndsDay, shortestReviewHours, holdDays, reason }) => ({
      ...{ effectiveFrom: startOfDay(day), reason, reviewEndsDay: Number(reviewEndsDay) },
      freezeHour: wholeFrom('freezeHour', freezeHour),
      shortestReviewHours: wholeFrom('shortestReviewHours', shortestReviewHours),
      holdDays: wholeFrom('holdDays', holdDays),
    }),
    schema: async () => (await import('@app/wire/staff')).CycleRequest,
    send: async (body: CycleRequest) => kept(body, () => setOpen(false)),
  });
  const days = ([1, 2, 3, 4, 5, 6, 7] as const).map((day) => ({ value: `${day}`, label: t(`policies.days.d${day}`) }));
  return (
    <AddRow title={t('policies.addCycle')} form={form} isOpen={isOpen} setOpen={setOpen}>
      <TextField label={t('policies.freezeHour')} inputMode="numeric" {...form.text('freezeHour')} />
      <SelectField label={t('policies.reviewEndsDay')} options={days} {...form.text('reviewEndsDay')} />
      <TextField label={t('policies.shortestReview')} inputMode="numeric" {...form.text('shortestReviewHours')} />
      <TextField label={t('policies.holdDays')} inputMode="numeric" {...form.text('holdDays')} />
    </AddRow>
  );
}

const OUTCOMES = ['assistant_unpaid', 'platform_guarantees'] as const;

/** Who bears what a client does not pay, for weeks that begin from a day to come on. */
export function AddUnpaid() {
  const t = useTranslations('staff');
  const kept = useKept('/staff/unpaid-policies');
  const [isOpen, setOpen] = useState(false);
  const form = useForm({
    initial: { day: '', outcome: OUTCOMES[0], finalAfterDays: '30', reason: '' },
    request: ({ day, outcome, finalAfterDays, reason }) => ({
      ...{ effectiveFrom: startOfDay(day), reason, outcome },
      finalAfterDays: wholeFrom('finalAfterDays', finalAfterDays),
    }),
    schema: async () => (await import('@app/wire/staff')).UnpaidRowRequest,
    send: async (body: UnpaidRowRequest) => kept(body, () => setOpen(false)),
  });
  const outcomes = OUTCOMES.map((outcome) => ({ value: outcome, label: t(`policies.outcomes.${outcome}`) }));
  return (
    <AddRow title={t('policies.addUnpaid')} form={form} isOpen={isOpen} setOpen={setOpen}>
      <SelectField label={t('policies.outcome')} options={outcomes} {...form.text('outcome')} />
      <TextField
        label={t('policies.finalAfterDays')}
        help={t('policies.finalAfterDaysHelp')}
        inputMode="numeric"
        {...form.text('finalAfterDays')}
      />
    </AddRow>
  );
}

function useKept(path: string): (body: object, close: () => void) => Promise<void> {
  const t = useTranslations('staff');
  const say = useToast();
  const changed = useStaffChanged();
  return async (body, close) => {
    await send('POST', path, { body });
    close();
    say(t('policies.added'));
    await changed();
  };
}

interface AddRowProps<Values extends { day: string; reason: string }> {
  readonly title: string;
  readonly form: FormState<Values>;
  readonly isOpen: boolean;
  setOpen(isOpen: boolean): void;
  readonly children: ReactNode;
}

function AddRow<Values extends { day: string; reason: string }>({
  title,
  form,
  isOpen,
  setOpen,
  children,
}: AddRowProps<Values>) {
  const t = useTranslations('staff');
  const { values, faults, set } = form;
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {title}
      </Button>
      {isOpen ? (
        <Dialog title={title} onClose={() => setOpen(false)}>
          <Form form={form} className="grid gap-4" shows={['effectiveFrom']}>
            <p>{t('policies.addText')}</p>
            <TextField
              label={t('policies.from')}
              help={t('policies.fromHelp')}
              type="date"
              value={values.day}
              fault={faults.day ?? faults.effectiveFrom}
              onChange={(day) => set('day', day as Values['day'])}
            />
            {children}
            <TextArea
              label={t('why')}
              help={t('whyHelp')}
              rows={2}
              value={values.reason}
              fault={faults.reason}
              onChange={(reason) => set('reason', reason as Values['reason'])}
            />
            <DialogActions>
              <Button onClick={() => setOpen(false)}>{t('cancel')}</Button>
              <Button type="submit" weight="strong" isBusy={form.isBusy}>
                {t('policies.add')}
              </Button>
            </DialogActions>
          </Form>
        </Dialog>
      ) : null}
    </>
  );
}
