import type { TimeEntryView } from '@app/wire/timelog';
import { useTranslations } from 'use-intl';

import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { Instant } from '../../ui/instant.tsx';
import { EntryList } from './entry-list.tsx';
import type { GridCell } from './week-grid.tsx';

interface CellDialogProps {
  readonly cell: GridCell;
  readonly now: Date;
  onEdit(entry: TimeEntryView): void;
  onLog(): void;
  onClose(): void;
}

/** A day of one client that holds several entries. */
export function CellDialog({ cell, now, onEdit, onLog, onClose }: CellDialogProps) {
  const t = useTranslations('time');
  const [first] = cell.entries;
  return (
    <Dialog title={cell.clientName} onClose={onClose}>
      <p className="mb-2 text-ink-soft">{first ? <Instant at={first.start} as="day" /> : null}</p>
      <EntryList entries={cell.entries} now={now} onEdit={onEdit} />
      {cell.canLog ? (
        <DialogActions>
          <Button onClick={onLog}>{t('logTime')}</Button>
        </DialogActions>
      ) : null}
    </Dialog>
  );
}
