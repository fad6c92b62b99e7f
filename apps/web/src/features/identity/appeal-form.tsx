import { useTranslations } from 'use-intl';

import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { Form, useForm } from '../../ui/form.tsx';

interface AppealFormProps {
  /** Faults of these are shown above: they have no field. */
  readonly shows?: readonly string[];
  send(text: string): Promise<void>;
}

/** Why a suspension is wrong, in the words of who was suspended. */
export function AppealForm({ shows = [], send }: AppealFormProps) {
  const t = useTranslations('suspension');
  const form = useForm({
    initial: { text: '' },
    schema: async () => (await import('@app/wire/staff')).AppealRequest,
    send: ({ text }: { text: string }) => send(text),
    draft: 'appeal of a suspension',
  });
  return (
    <Form form={form} shows={shows} className="grid gap-4">
      <TextArea label={t('why')} help={t('whyHelp')} rows={6} maxLength={4_000} {...form.text('text')} />
      <Button type="submit" weight="strong" size="thumb" isBusy={form.isBusy} className="justify-self-start">
        {t('send')}
      </Button>
    </Form>
  );
}
