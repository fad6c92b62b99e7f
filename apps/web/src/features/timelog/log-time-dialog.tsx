import type { LogTimeRequest, TimeLogged, WeekView } from '@app/wire/timelog';
import { useState } from 'react';

import { isCode } from '../../api/api-error.ts';
import { send } from '../../api/client.ts';
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

/** Time that was worked without the timer. Time that is logged already is asked about, never changed silently. */
export function LogTimeDialog({ weeks, date, onClose }: LogTimeDialogProps) {
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
    },
    draft: 'log-time',
    schema: async () => (await import('@app/wire/timelog')).LogTimeRequest,
    request: (values): LogTimeRequest => {
      const faults = {
        ...(values.contractId === '' ? { contractId: 'choose a client' } : {}),
        ...missingIn(values),
        ...(values.note.trim().length < SHORTEST_NOTE
          ? { note: `must have at least ${SHORTEST_NOTE} characters` }
          : {}),
      };
      if (Object.keys(faults).length > 0) throw new FieldFaults(faults);
      const { start, end } = stretch(values, zone);
      return { contractId: values.contractId, start, end, note: values.note.trim(), onOverlap: values.onOverlap };
    },
    send: async (request: LogTimeRequest, idempotencyKey) => {
      try {
        const logged = await send<TimeLogged>('POST', '/time-entries', { body: request, idempotencyKey });
        await changed();
        say([`${formatHours(lengthOf(logged))} logged.`, ...logged.warnings.map(({ says }) => says)].join(' '));
        onClose();
      } catch (error) {
        if (!isCode(error, 'time_overlap')) throw error;
        setOverlap(overlapFrom(error, request));
        form.set('onOverlap', 'refuse');
      }
    },
  });

  if (overlap) {
    return (
      <Dialog title="Some of this time is already logged" onClose={onClose}>
        <OverlapQuestion
          overlap={overlap}
          newName={weeks.find(({ contractId }) => contractId === form.values.contractId)?.client.name ?? 'this client'}
          isBusy={form.isBusy}
          problem={form.problem}
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
    <Dialog title="Log time" onClose={onClose}>
      <Form form={form} className="grid gap-4">
        <SelectField
          label="Client"
          prompt="Choose"
          options={weeks.map((week) => ({ value: week.contractId, label: `${week.client.name}: ${week.title}` }))}
          {...form.text('contractId')}
        />
        <div className="grid grid-cols-2 gap-4 sm:grid-cols-[1.4fr_1fr_1fr]">
          <TextField label="Day" type="date" className="max-sm:col-span-2" {...form.text('date')} />
          <TextField label="From" type="time" {...form.text('start')} />
          <TextField label="To" type="time" {...form.text('end')} />
        </div>
        <p className="-mt-2 text-fine text-ink-faint">
          In {zoneName(zone)}. A time up to the one it began at is taken to be the next morning.
        </p>
        <FoldField value={form.values.fold} fault={form.faults.fold} onChange={(fold) => form.set('fold', fold)} />
        <TextArea
          label="What did you do?"
          rows={3}
          help="10 characters or more: it is what the client reads when they approve."
          {...form.text('note')}
        />
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" weight="strong" isBusy={form.isBusy}>
            Log it
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}

function lengthOf({ entries }: TimeLogged): number {
  return entries.reduce((sum, { start, end }) => sum + (end ? Date.parse(end) - Date.parse(start) : 0), 0) / 1000;
}
