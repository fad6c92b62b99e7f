import { useTranslations } from 'use-intl';

import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { Form, useForm } from '../../ui/form.tsx';

interface NamePasskeyDialogProps {
  readonly title: string;
  readonly says?: string;
  readonly name?: string;
  readonly does: string;
  run(name: string): Promise<void>;
  onClose(): void;
}

export function NamePasskeyDialog({ title, says, name = '', does, run, onClose }: NamePasskeyDialogProps) {
  const t = useTranslations('security');
  const form = useForm({
    initial: { name },
    schema: async () => (await import('@app/wire/identity')).RenamePasskeyRequest,
    send: async (request: { name: string }) => {
      await run(request.name);
      onClose();
    },
  });
  return (
    <Dialog title={title} onClose={onClose}>
      {says ? <p className="mb-4 text-ink-soft">{says}</p> : null}
      <Form form={form}>
        <TextField label={t('passkeyName')} help={t('passkeyNameHelp')} maxLength={60} {...form.text('name')} />
        <DialogActions>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" weight="strong" isBusy={form.isBusy}>
            {does}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
