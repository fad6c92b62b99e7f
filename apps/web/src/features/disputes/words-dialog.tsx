import { type ReactNode } from 'react';
import { useTranslations } from 'use-intl';

import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { TextArea } from '../../ui/field.tsx';
import { Form, useForm } from '../../ui/form.tsx';

interface WordsDialogProps {
  readonly title: string;
  readonly label: string;
  readonly help?: string;
  readonly verb: string;
  /** Under this name what was typed outlives a lost session. */
  readonly draft: string;
  /** The api refuses fewer characters. */
  send(text: string, key: string): Promise<void>;
  onClose(): void;
  readonly children?: ReactNode;
}

/** One thing to be said in a person's own words: a question, an answer, a statement, an appeal. */
export function WordsDialog({ title, label, help, verb, draft, send, onClose, children }: WordsDialogProps) {
  const t = useTranslations('disputes');
  const form = useForm<{ text: string }>({
    initial: { text: '' },
    schema: async () => (await import('@app/wire/disputes')).StatementRequest,
    request: ({ text }) => ({ text: text.trim() }),
    send: async ({ text }: { text: string }, key) => {
      await send(text, key);
      onClose();
    },
    draft,
  });
  return (
    <Dialog title={title} onClose={onClose}>
      <Form form={form} className="grid gap-4">
        {children}
        <TextArea label={label} rows={5} {...(help === undefined ? {} : { help })} {...form.text('text')} />
        <DialogActions>
          <Button onClick={onClose}>{t('notNow')}</Button>
          <Button type="submit" weight="strong" isBusy={form.isBusy}>
            {verb}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
