import type { EmailChangeRequest } from '@app/wire/identity';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Form, useForm } from '../../ui/form.tsx';
import { askForEmailChange } from './security.requests.ts';

const EMPTY = { email: '', password: '' };

export function ChangeEmailForm({ current }: { readonly current: string }) {
  const t = useTranslations('security');
  const [sentTo, setSentTo] = useState<string | null>(null);
  const form = useForm({
    initial: EMPTY,
    schema: async () => (await import('@app/wire/identity')).EmailChangeRequest,
    send: async (request: EmailChangeRequest) => {
      await askForEmailChange(request);
      form.replace(EMPTY);
      setSentTo(request.email);
    },
  });

  return (
    <>
      <p className="mb-4 wrap-anywhere">
        {t.rich('now', { email: current, strong: (text) => <strong>{text}</strong> })}
      </p>
      <div aria-live="polite">
        {sentTo === null ? null : (
          <p className="mb-4 border-l-4 border-rule-strong bg-band px-3 py-2 wrap-anywhere">
            {t.rich('sentTo', { email: sentTo, strong: (text) => <strong>{text}</strong> })}
          </p>
        )}
      </div>
      <Form form={form} className="grid max-w-md gap-4">
        <TextField label={t('newEmail')} type="email" autoComplete="email" {...form.text('email')} />
        <TextField
          label={t('yourPassword')}
          type="password"
          autoComplete="current-password"
          help={t('yourPasswordWhy')}
          {...form.text('password')}
        />
        <Button type="submit" isBusy={form.isBusy} className="justify-self-start">
          {t('sendLink')}
        </Button>
      </Form>
    </>
  );
}
