import type { LogTimeRequest, TimeLogged, WeekView } from '@app/wire/timelog';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';

import { isCode } from '../../api/api-error.ts';
import { send } from '../../api/client.ts';
import { translator } from '../../i18n/spoken.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { formatHours } from '../../ui/duration.tsx';
import { SelectField, TextArea, TextField } from '../../ui/field.tsx';
import { FieldFaults, Form, useForm } from '../../ui/form.tsx';
import { useReader, zoneName } from '../../ui/reader.tsx';
import { useToast } from '../../ui/toast.tsx';
import { today } from '../../ui/zoned.ts';
import { FoldField } from './fold-field.tsx';
import { OverlapQuestion } from './overlap-question.tsx';
import { type Overlap, type OverlapChoice, overlapFrom } from './overlap.ts';
import { type Fold, missingIn, stretch } from './stretch.ts';
import { useTimelogChanged } from './timelog.queries.ts';

const SHORTEST_NOTE = 10;

interface LogTimeDialogProps {
  readonly weeks: readonly WeekView[];
  /** The day that is looked at: `2026-03-02`. */
  readonly date?: string;
  /** What is known of it already. */
  readonly given?: Given;
  /** Under this name what is typed here is kept until it is logged; without one, who opens it keeps what it was given. */
  readonly draft?: string;
  /** All of it may be: it is sent, and asked about only where something is missing or in the way. */
  readonly isSentAtOnce?: boolean;
  onLogged?(): void;
  onClose(): void;
}

interface Typed {
  readonly contractId: string;
  readonly date: string;
  readonly start: string;
  readonly end: string;
  readonly note: string;
  readonly fold: Fold;
  readonly onOverlap: 'refuse' | OverlapChoice;
}

export type Given = Partial<Pick<Typed, 'contractId' | 'date' | 'start' | 'end' | 'note'>>;

/** Time that was worked without the timer. Time that is logged already is asked about, never changed silently. */
export function LogTimeDialog(props: LogTimeDialogProps) {
  const { weeks, date, given, draft = given ? undefined : 'log-time', isSentAtOnce = false, onLogged, onClose } = props;
  const t = useTranslations('time');
  const ui = useTranslations('ui');
  const { zone } = useReader();
  const say = useToast();
  const changed = useTimelogChanged();
  const [overlap, setOverlap] = useState<Overlap | null>(null);
  const form = useForm<Typed>({
    initial: {
      contractId: weeks.length === 1 ? (weeks[0]?.contractId ?? '') : '',
      date: date ?? today(zone),
      start: '',
      end: '',
      note: '',
      fold: '',
      onOverlap: 'refuse',
      ...given,
    },
    ...(draft === undefined ? {} : { draft }),
    schema: async () => (await import('@app/wire/timelog')).LogTimeRequest,
    request: (values): LogTimeRequest => {
      const fault = translator('faults');
      const faults = {
        ...(values.contractId === '' ? { contractId: fault('chooseClient') } : {}),
        ...missingIn(values),
        ...(values.note.trim().length < SHORTEST_NOTE
          ? { note: fault('atLeastCharacters', { count: SHORTEST_NOTE }) }
          : {}),
      };
      if (Object.keys(faults).length > 0) throw new FieldFaults(faults);
      const { start, end } = stretch(values, zone);
      return {
        contractId: values.contractId,
        start,
        end,
        note: values.note.trim(),
        onOverlap: overlap ? values.onOverlap : 'refuse',
      };
    },
    send: async (request: LogTimeRequest, idempotencyKey) => {
      try {
        const logged = await send<TimeLogged>('POST', '/time-entries', { body: request, idempotencyKey });
        await changed();
        const warnings = logged.warnings.map(({ percent }) => t(`limit.${percent}`));
        say([t('logged', { hours: formatHours(lengthOf(logged)) }), ...warnings].join(' '));
        onLogged?.();
        onClose();
      } catch (error) {
        if (isCode(error, 'time_overlap')) {
          setOverlap(overlapFrom(error, request));
          form.set('onOverlap', 'refuse');
        }
        // Not sent yet: what was typed stays kept while it is asked about.
        throw error;
      }
    },
  });

  const isSent = useRef(false);
  useEffect(() => {
    if (!isSentAtOnce || isSent.current) return;
    isSent.current = true;
    void form.submit();
  });

  if (overlap) {
    return (
      <Dialog title={t('overlapTitle')} onClose={onClose}>
        <OverlapQuestion
          overlap={overlap}
          newName={
            weeks.find(({ contractId }) => contractId === form.values.contractId)?.client.name ?? t('thisClient')
          }
          isBusy={form.isBusy}
          problem={isCode(form.problem, 'time_overlap') ? null : form.problem}
          chosen={form.values.onOverlap}
          onChoose={(choice) => form.set('onOverlap', choice)}
          onAnswer={() => void form.submit()}
          onBack={() => {
            form.set('onOverlap', 'refuse');
            setOverlap(null);
          }}
        />
      </Dialog>
    );
  }
  return (
    <Dialog title={t('logTime')} onClose={onClose}>
      <Form form={form} className="grid gap-4">
        <SelectField
          label={t('client')}
          prompt={ui('choose')}
          options={weeks.map((week) => ({ value: week.contractId, label: `${week.client.name}: ${week.title}` }))}
          {...form.text('contractId')}
        />
        <div className="grid grid-cols-2 gap-4 sm:grid-cols-[1.4fr_1fr_1fr]">
          <TextField label={t('day')} type="date" className="max-sm:col-span-2" {...form.text('date')} />
          <TextField label={t('from')} type="time" {...form.text('start')} />
          <TextField label={t('to')} type="time" {...form.text('end')} />
        </div>
        <p className="-mt-2 text-fine text-ink-faint">{t('inZoneNextDay', { zone: zoneName(zone) })}</p>
        <FoldField value={form.values.fold} fault={form.faults.fold} onChange={(fold) => form.set('fold', fold)} />
        <TextArea label={t('whatDid')} rows={3} help={t('noteHelp')} {...form.text('note')} />
        <DialogActions>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button type="submit" weight="strong" isBusy={form.isBusy}>
            {t('logIt')}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}

function lengthOf({ entries }: TimeLogged): number {
  return entries.reduce((sum, { start, end }) => sum + (end ? Date.parse(end) - Date.parse(start) : 0), 0) / 1000;
}
