import type { SuspensionRequest } from '@app/wire/staff';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { send } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { Choices, SelectField, TextArea } from '../../ui/field.tsx';
import { Form, useForm } from '../../ui/form.tsx';
import { useToast } from '../../ui/toast.tsx';
import { daysFromNow, SUSPENSION_REASONS } from './hold-terms.ts';
import { useStaffChanged } from './staff.queries.ts';
import { useWord } from './staff-words.tsx';

interface SuspendProps {
  readonly of: 'people' | 'businesses';
  readonly id: string;
  readonly name: string;
}

const SCOPES = {
  people: ['signing_in', 'hiring', 'assisting', 'payouts'],
  businesses: ['hiring'],
} as const;
const DAYS = [3, 7, 14, 30, 90] as const;

/** Takes away no more than is needed, for a reason that the person reads, and until a date where one is known. */
export function Suspend(props: SuspendProps) {
  const t = useTranslations('staff');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button weight="grave" size="small" onClick={() => setOpen(true)}>
        {t('suspend.suspend')}
      </Button>
      {isOpen ? <SuspendDialog {...props} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function SuspendDialog({ of, id, name, onClose }: SuspendProps & { onClose(): void }) {
  const t = useTranslations('staff');
  const word = useWord();
  const say = useToast();
  const changed = useStaffChanged();
  const form = useForm({
    initial: {
      scopes: of === 'businesses' ? ['hiring'] : [],
      reasonCode: SUSPENSION_REASONS[0] ?? '',
      days: '7',
      explanation: '',
    },
    request: ({ days, ...rest }) => ({ ...rest, ...(days === '' ? {} : { until: daysFromNow(Number(days)) }) }),
    schema: async () => (await import('@app/wire/staff')).SuspensionRequest,
    send: async (body: SuspensionRequest) => {
      await send('POST', `/staff/${of}/${id}/suspensions`, { body });
      onClose();
      say(t('suspend.suspended', { name }));
      await changed();
    },
    draft: `suspension ${id}`,
  });
  return (
    <Dialog title={t('suspend.title', { name })} onClose={onClose}>
      <Form form={form} className="grid gap-4">
        <p>{t('suspend.text')}</p>
        <Choices
          legend={t('suspend.from')}
          options={SCOPES[of].map((scope) => ({ value: scope, label: word(scope) }))}
          chosen={form.values.scopes}
          fault={form.faults.scopes}
          onChange={(scopes) => form.set('scopes', scopes)}
        />
        <SelectField
          label={t('reasonCode')}
          options={SUSPENSION_REASONS.map((code) => ({ value: code, label: word(code) }))}
          {...form.text('reasonCode')}
        />
        <TextArea label={t('suspend.explanation')} help={t('suspend.explanationHelp')} {...form.text('explanation')} />
        <SelectField
          label={t('suspend.until')}
          options={[
            ...DAYS.map((days) => ({ value: `${days}`, label: t('hold.dayCount', { count: days }) })),
            { value: '', label: t('suspend.noEnd') },
          ]}
          {...form.text('days')}
        />
        <DialogActions>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" weight="grave" isBusy={form.isBusy}>
            {t('suspend.suspend')}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
