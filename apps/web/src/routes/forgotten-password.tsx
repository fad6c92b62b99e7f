import type { PasswordResetRequest } from '@app/wire/identity';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';

import { askForPasswordReset } from '../features/identity/security.requests.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { Form, useForm } from '../ui/form.tsx';
import { PublicPage, Sheet } from './public-page.tsx';

export function ForgottenPassword() {
  const t = useTranslations('account');
  const [sentTo, setSentTo] = useState<string | null>(null);
  return (
    <PublicPage title={t('forgottenPage')}>
      {sentTo === null ? <Asking onSent={setSentTo} /> : <Sent to={sentTo} />}
    </PublicPage>
  );
}

function Asking({ onSent }: { onSent(email: string): void }) {
  const t = useTranslations('account');
  const form = useForm({
    initial: { email: '' },
    schema: async () => (await import('@app/wire/identity')).PasswordResetRequest,
    send: async (request: PasswordResetRequest) => {
      await askForPasswordReset(request);
      onSent(request.email);
    },
  });
  return (
    <Sheet title={t('forgottenTitle')} lede={t('forgottenLede')}>
      <Form form={form} className="grid gap-4">
        <TextField label={t('email')} type="email" autoComplete="username" {...form.text('email')} />
        <Button type="submit" weight="strong" size="thumb" isBusy={form.isBusy}>
          {t('sendMeLink')}
        </Button>
      </Form>
      <p className="mt-6 text-ink-soft">
        {t.rich('knowIt', { link: (chunks) => <Link href="/sign-in">{chunks}</Link> })}
      </p>
    </Sheet>
  );
}

/** Says the same whether the address has an account or not: who has one is nobody else's business. */
function Sent({ to }: { readonly to: string }) {
  const t = useTranslations('account');
  return (
    <Sheet
      title={t('lookIntoMail')}
      lede={
        <output className="block">
          {t.rich('linkSentIf', {
            email: to,
            strong: (chunks) => <strong className="text-ink wrap-anywhere">{chunks}</strong>,
          })}
        </output>
      }
    >
      <ButtonLink to="/sign-in">{t('backToSignIn')}</ButtonLink>
      <p className="mt-6 text-fine text-ink-faint">{t('nothingThere')}</p>
    </Sheet>
  );
}
