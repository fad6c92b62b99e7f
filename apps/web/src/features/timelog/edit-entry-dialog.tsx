import type { EditTimeRequest, TimeEntryView } from '@app/wire/timelog';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { isCode } from '../../api/api-error.ts';
import { send } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { TextArea, TextField } from '../../ui/field.tsx';
import { Form, useForm } from '../../ui/form.tsx';
import { useReader, zoneName } from '../../ui/reader.tsx';
import { Fetched } from '../../ui/states.tsx';
import { useToast } from '../../ui/toast.tsx';
import { wallClock } from '../../ui/zoned.ts';
import { EntryVersions } from './entry-versions.tsx';
import { FoldField } from './fold-field.tsx';
import { OverlapQuestion } from './overlap-question.tsx';
import { type Overlap, type OverlapChoice, overlapFrom } from './overlap.ts';
import { type Fold, stretch } from './stretch.ts';
import { useTimelogChanged, versionsQuery } from './timelog.queries.ts';

interface EditEntryDialogProps {
  readonly entry: TimeEntryView;
  onClose(): void;
}

interface Typed {
  readonly date: string;
  readonly start: string;
  readonly end: string;
  readonly note: string;
  readonly reason: string;
  readonly fold: Fold;
  readonly onOverlap: 'refuse' | OverlapChoice;
}

/** Changes or deletes what was logged, while its week is open. Every version is kept, and both sides can read it. */
export function EditEntryDialog({ entry, onClose }: EditEntryDialogProps) {
  const t = useTranslations('time');
  const ui = useTranslations('ui');
  const { zone } = useReader();
  const say = useToast();
  const changed = useTimelogChanged();
  const [isDeleting, setDeleting] = useState(false);
  const [overlap, setOverlap] = useState<Overlap | null>(null);
  const from = wallClock(new Date(entry.start), zone);
  const to = wallClock(new Date(entry.end ?? entry.start), zone);
  const form = useForm<Typed>({
    initial: {
      date: from.date,
      start: from.time,
      end: to.time,
      note: entry.note,
      reason: '',
      fold: '',
      onOverlap: 'refuse',
    },
    schema: async () => (await import('@app/wire/timelog')).EditTimeRequest,
    request: ({ note, reason, onOverlap, ...typed }): EditTimeRequest => {
      const isMoved = typed.date !== from.date || typed.start !== from.time || typed.end !== to.time;
      return {
        // Whole minutes were shown: an untouched time keeps its seconds.
        ...(isMoved ? stretch(typed, zone) : {}),
        note: note.trim(),
        onOverlap,
        ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
      };
    },
    send: async (request: EditTimeRequest) => {
      try {
        await send('PATCH', `/time-entries/${entry.id}`, { body: request });
        await changed();
        say(t('changed'));
        onClose();
      } catch (error) {
        if (!isCode(error, 'time_overlap') || !request.start || !request.end) throw error;
        setOverlap(overlapFrom(error, { start: request.start, end: request.end }));
        form.set('onOverlap', 'refuse');
      }
    },
  });
  const remove = async () => {
    setDeleting(true);
    try {
      await send('DELETE', `/time-entries/${entry.id}`);
      await changed();
      say(t('deleted'));
      onClose();
    } catch (error) {
      form.fail(error);
    } finally {
      setDeleting(false);
    }
  };

  if (overlap) {
    return (
      <Dialog title={t('overlapTitle')} onClose={onClose}>
        <OverlapQuestion
          overlap={overlap}
          newName={entry.clientName}
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
    <Dialog title={t('edit')} onClose={onClose}>
      <Form form={form} className="grid gap-4">
        <div className="grid grid-cols-2 gap-4 sm:grid-cols-[1.4fr_1fr_1fr]">
          <TextField label={t('day')} type="date" className="max-sm:col-span-2" {...form.text('date')} />
          <TextField label={t('from')} type="time" {...form.text('start')} />
          <TextField label={t('to')} type="time" {...form.text('end')} />
        </div>
        <p className="-mt-2 text-fine text-ink-faint">{t('inZone', { zone: zoneName(zone) })}</p>
        <FoldField value={form.values.fold} fault={form.faults.fold} onChange={(fold) => form.set('fold', fold)} />
        <TextArea label={t('whatDid')} rows={3} {...form.text('note')} />
        <TextField label={t('whyChange')} isOptional {...form.text('reason')} />
        <DialogActions>
          <Button weight="grave" className="sm:mr-auto" isBusy={isDeleting} onClick={() => void remove()}>
            {t('delete')}
          </Button>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button type="submit" weight="strong" isBusy={form.isBusy}>
            {ui('save')}
          </Button>
        </DialogActions>
      </Form>
      <History entryId={entry.id} />
    </Dialog>
  );
}

function History({ entryId }: { readonly entryId: string }) {
  const t = useTranslations('time');
  const [isOpen, setOpen] = useState(false);
  const versions = useQuery({ ...versionsQuery(entryId), enabled: isOpen });
  return (
    <details className="mt-6 border-t border-rule pt-3" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="text-fine font-semibold">{t('history')}</summary>
      {isOpen ? (
        <Fetched query={versions} lines={2}>
          {(all) => <EntryVersions versions={all} />}
        </Fetched>
      ) : null}
    </details>
  );
}
