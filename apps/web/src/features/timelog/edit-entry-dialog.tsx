import type { EditTimeRequest, TimeEntryView } from '@app/wire/timelog';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';

import { isCode } from '../../api/api-error.ts';
import { send } from '../../api/client.ts';
import { explain } from '../../api/problems.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { forgetDraft } from '../../ui/draft.ts';
import { TextArea, TextField } from '../../ui/field.tsx';
import { Form, useForm } from '../../ui/form.tsx';
import { useReader, zoneName } from '../../ui/reader.tsx';
import { Fetched } from '../../ui/states.tsx';
import { useToast } from '../../ui/toast.tsx';
import { wallClock } from '../../ui/zoned.ts';
import { useDeleteEntry } from './entry-deletion.ts';
import { EntryVersions } from './entry-versions.tsx';
import { FoldField } from './fold-field.tsx';
import type { Stretch } from './moved.ts';
import { OverlapQuestion } from './overlap-question.tsx';
import { type Overlap, type OverlapChoice, overlapFrom } from './overlap.ts';
import { type Fold, stretch } from './stretch.ts';
import { useTimelogChanged, versionsQuery } from './timelog.queries.ts';

interface EditEntryDialogProps {
  readonly entry: TimeEntryView;
  /** Where it was moved by keyboard: sent at once, and asked about only where something is in the way. */
  readonly movedTo?: Stretch;
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
export function EditEntryDialog({ entry, movedTo, onClose }: EditEntryDialogProps) {
  const t = useTranslations('time');
  const ui = useTranslations('ui');
  const { zone } = useReader();
  const say = useToast();
  const changed = useTimelogChanged();
  const deleteEntry = useDeleteEntry();
  const [overlap, setOverlap] = useState<Overlap | null>(null);
  const from = wallClock(new Date(entry.start), zone);
  const to = wallClock(new Date(entry.end ?? entry.start), zone);
  const movedFrom = wallClock(new Date(movedTo?.start ?? entry.start), zone);
  const movedEnd = wallClock(new Date(movedTo?.end ?? entry.end ?? entry.start), zone);
  const form = useForm<Typed>({
    initial: {
      date: movedFrom.date,
      start: movedFrom.time,
      end: movedEnd.time,
      note: entry.note,
      reason: '',
      fold: '',
      onOverlap: 'refuse',
    },
    ...(movedTo ? {} : { draft: `entry ${entry.id}` }),
    schema: async () => (await import('@app/wire/timelog')).EditTimeRequest,
    request: ({ note, reason, onOverlap, ...typed }): EditTimeRequest => {
      const isMoved = typed.date !== from.date || typed.start !== from.time || typed.end !== to.time;
      const isAsMoved = typed.date === movedFrom.date && typed.start === movedFrom.time && typed.end === movedEnd.time;
      return {
        // Whole minutes were shown: an untouched time keeps its seconds.
        ...(movedTo && isAsMoved ? movedTo : isMoved ? stretch(typed, zone) : {}),
        note: note.trim(),
        onOverlap: overlap ? onOverlap : 'refuse',
        ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
      };
    },
    send: async (request: EditTimeRequest) => {
      try {
        await send('PATCH', `/time-entries/${entry.id}`, { body: request });
        await changed();
        say(t('changed'), request.onOverlap === 'refuse' ? () => void putBack() : undefined);
        onClose();
      } catch (error) {
        if (isCode(error, 'time_overlap') && request.start && request.end) {
          setOverlap(overlapFrom(error, { start: request.start, end: request.end }));
          form.set('onOverlap', 'refuse');
        }
        // Not sent yet: what was typed stays kept while it is asked about.
        throw error;
      }
    },
  });
  const putBack = async () => {
    const { start, end, note } = entry;
    try {
      await send('PATCH', `/time-entries/${entry.id}`, { body: { start, end, note } });
      await changed();
    } catch (error) {
      const { says, next } = explain(error);
      say(`${says} ${next}`);
    }
  };
  const remove = () => {
    forgetDraft(`entry ${entry.id}`);
    deleteEntry(entry.id);
    onClose();
  };
  const isSent = useRef(false);
  useEffect(() => {
    if (!movedTo || isSent.current) return;
    isSent.current = true;
    void form.submit();
  });

  if (overlap) {
    return (
      <Dialog title={t('overlapTitle')} onClose={onClose}>
        <OverlapQuestion
          overlap={overlap}
          newName={entry.clientName}
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
          <Button weight="grave" className="sm:mr-auto" onClick={remove}>
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
