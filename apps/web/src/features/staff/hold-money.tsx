import type { HoldRequest } from '@app/wire/staff';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { send } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Form, useForm } from '../../ui/form.tsx';
import { useToast } from '../../ui/toast.tsx';
import { daysFromNow, HOLD_DAYS, HOLD_REASONS } from './hold-terms.ts';
import { membersQuery, useStaffChanged } from './staff.queries.ts';
import { useWord } from './staff-words.tsx';

type Subject = HoldRequest['subject'];

/** Keeps one amount from going further, for a reason and until a date: never an account's whole balance. */
export function HoldMoney({ subject }: { readonly subject: Subject }) {
  const t = useTranslations('staff');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t(`hold.place.${subject.kind}`)}
      </Button>
      {isOpen ? <HoldDialog subject={subject} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function HoldDialog({ subject, onClose }: { readonly subject: Subject; onClose(): void }) {
  const t = useTranslations('staff');
  const word = useWord();
  const say = useToast();
  const changed = useStaffChanged();
  const members = useQuery(membersQuery).data ?? [];
  const form = useForm({
    initial: { reasonCode: HOLD_REASONS[0] ?? '', days: '3', reviewerId: '' },
    request: ({ reasonCode, days, reviewerId }): HoldRequest => ({
      ...{ subject, reasonCode, until: daysFromNow(Number(days)) },
      ...(reviewerId === '' ? {} : { reviewerId }),
    }),
    schema: async () => (await import('@app/wire/staff')).HoldRequest,
    send: async (body: HoldRequest) => {
      await send('POST', '/staff/holds', { body });
      onClose();
      say(t('hold.placed'));
      await changed();
    },
  });
  return (
    <Dialog title={t(`hold.place.${subject.kind}`)} onClose={onClose}>
      <Form form={form} className="grid gap-4" shows={['until']}>
        <p>{t(`hold.text.${subject.kind}`)}</p>
        <SelectField
          label={t('reasonCode')}
          options={HOLD_REASONS.map((code) => ({ value: code, label: word(code) }))}
          {...form.text('reasonCode')}
        />
        <SelectField
          label={t('hold.days')}
          options={HOLD_DAYS.map((days) => ({ value: `${days}`, label: t('hold.dayCount', { count: days }) }))}
          {...form.text('days')}
        />
        <SelectField
          label={t('hold.reviewer')}
          help={t('hold.reviewerHelp')}
          options={[
            { value: '', label: t('hold.anybody') },
            ...members.filter(({ isYou }) => !isYou).map(({ accountId, name }) => ({ value: accountId, label: name })),
          ]}
          {...form.text('reviewerId')}
        />
        <DialogActions>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" weight="strong" isBusy={form.isBusy}>
            {t('hold.hold')}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
