import type { RaiseLimitRequest, WeekView } from '@app/wire/timelog';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { send } from '../../api/client.ts';
import { translator } from '../../i18n/spoken.ts';
import { Amount } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { Duration, formatAgreed, formatHours, minutesFrom } from '../../ui/duration.tsx';
import { TextField } from '../../ui/field.tsx';
import { FieldFaults, Form, useForm } from '../../ui/form.tsx';
import { Instant } from '../../ui/instant.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useTimelogChanged } from './timelog.queries.ts';

const MINUTE = 60;

interface RaiseLimitProps {
  readonly week: WeekView;
  /** What so many minutes of it cost the client, all in. */
  costOf(minutes: number): number;
}

/** What was worked past the limit waits for the client; without it, more hours can be allowed all the same. */
export function RaiseLimit({ week, costOf }: RaiseLimitProps) {
  const t = useTranslations('time.raise');
  const [isOpen, setOpen] = useState(false);
  const { overLimitSeconds, assistant, freezesAt } = week;
  return (
    <>
      {overLimitSeconds > 0 ? (
        <div className="mt-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-l-4 border-waiting bg-waiting-wash px-3 py-2">
          <p className="min-w-0 flex-1 basis-72">
            {t.rich('waits', {
              name: assistant.name,
              hours: () => <Duration seconds={overLimitSeconds} className="font-semibold" />,
              date: () => <Instant at={freezesAt} isEnd />,
            })}
          </p>
          <Button weight="strong" onClick={() => setOpen(true)}>
            {t('accept')}
          </Button>
        </div>
      ) : (
        <Button size="small" weight="quiet" className="mt-2 -ml-2.5" onClick={() => setOpen(true)}>
          {t('raise')}
        </Button>
      )}
      {isOpen ? <RaiseLimitDialog week={week} costOf={costOf} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function RaiseLimitDialog({ week, costOf, onClose }: RaiseLimitProps & { onClose(): void }) {
  const t = useTranslations('time.raise');
  const ui = useTranslations('ui');
  const changed = useTimelogChanged();
  const say = useToast();
  const { id, assistant, limitSeconds, overLimitSeconds } = week;
  const form = useForm<{ hours: string }>({
    initial: { hours: formatHours(Math.ceil((limitSeconds + overLimitSeconds) / MINUTE) * MINUTE) },
    request: ({ hours }): RaiseLimitRequest => {
      const limitMinutes = minutesFrom(hours);
      if (limitMinutes === null)
        throw new FieldFaults({ hours: translator('faults')('hours', { example: '15, 7:30' }) });
      if (limitMinutes * MINUTE <= limitSeconds) {
        throw new FieldFaults({ hours: t('moreThan', { hours: formatAgreed(limitSeconds / MINUTE) }) });
      }
      return { limitMinutes };
    },
    send: async (body: RaiseLimitRequest) => {
      await send('PUT', `/weeks/${id}/limit`, { body });
      await changed();
      say(t('raised', { name: assistant.name, hours: formatAgreed(body.limitMinutes) }));
      onClose();
    },
  });
  const minutes = minutesFrom(form.values.hours);
  return (
    <Dialog title={t('title', { name: assistant.name })} onClose={onClose}>
      <Form form={form} className="grid gap-4" shows={['limitMinutes']}>
        <p>{t('intro')}</p>
        <TextField
          label={t('hours')}
          inputMode="decimal"
          after={ui('hoursUnit')}
          className="max-w-44"
          {...form.text('hours')}
          fault={form.faults.hours ?? form.faults.limitMinutes}
        />
        <p aria-live="polite" className="border-t-2 border-rule-strong pt-3">
          {minutes === null
            ? '–'
            : t.rich('atMost', {
                amount: () => <Amount cents={costOf(minutes)} className="font-semibold" />,
              })}
        </p>
        <DialogActions>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button type="submit" weight="strong" isBusy={form.isBusy}>
            {t('verb')}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
