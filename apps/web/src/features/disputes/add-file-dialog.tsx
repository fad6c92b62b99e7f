import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { send } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { Fault, TextField } from '../../ui/field.tsx';
import { FieldFaults, Form, useForm } from '../../ui/form.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useDisputesChanged } from './disputes.queries.ts';

const TYPES = '.pdf,.png,.jpg,.jpeg,.webp,.txt,.csv';
const LARGEST_BYTES = 10 * 1_048_576;

/** A file for the evidence, with what it shows. */
export function AddFileDialog({ disputeId, onClose }: { readonly disputeId: string; onClose(): void }) {
  const t = useTranslations('disputes');
  const changed = useDisputesChanged();
  const say = useToast();
  const [file, setFile] = useState<File | null>(null);
  const form = useForm<{ text: string; file: string }>({
    initial: { text: '', file: '' },
    request: ({ text }) => {
      if (file === null) throw new FieldFaults({ file: t('fileMissing') });
      if (file.size > LARGEST_BYTES) throw new FieldFaults({ file: t('fileTooLarge') });
      return text.trim();
    },
    send: async (text: string) => {
      const body = new FormData();
      body.append('text', text);
      if (file) body.append('file', file);
      await send('POST', `/disputes/${disputeId}/files`, { body });
      await changed();
      say(t('fileAdded'));
      onClose();
    },
    draft: `file ${disputeId}`,
  });
  return (
    <Dialog title={t('addFile')} onClose={onClose}>
      <Form form={form} className="grid gap-4">
        <label className="block">
          <span className="mb-1 block text-fine font-semibold">{t('file')}</span>
          <input
            type="file"
            accept={TYPES}
            aria-invalid={form.faults.file ? true : undefined}
            onChange={(event) => setFile(event.target.files?.[0] ?? null)}
            className="w-full min-w-0 rounded border border-edge bg-sheet p-2 file:mr-3 file:rounded file:border file:border-edge file:bg-band file:px-3 file:py-1 file:font-semibold file:text-ink"
          />
          {form.faults.file ? <Fault>{form.faults.file}</Fault> : null}
          <span className="mt-1 block text-fine text-ink-faint">{t('fileHelp')}</span>
        </label>
        <TextField label={t('whatItShows')} isOptional {...form.text('text')} />
        <DialogActions>
          <Button onClick={onClose}>{t('notNow')}</Button>
          <Button type="submit" weight="strong" isBusy={form.isBusy}>
            {t('addFile')}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
