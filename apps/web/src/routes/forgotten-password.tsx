import type { PasswordResetRequest } from '@app/wire/identity';
import { useState } from 'react';
import { Link } from 'wouter';

import { askForPasswordReset } from '../features/identity/security.requests.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { Form, useForm } from '../ui/form.tsx';
import { PublicPage, Sheet } from './public-page.tsx';

export function ForgottenPassword() {
  const [sentTo, setSentTo] = useState<string | null>(null);
  return (
    <PublicPage title="Forgotten password">
      {sentTo === null ? <Asking onSent={setSentTo} /> : <Sent to={sentTo} />}
    </PublicPage>
  );
}

function Asking({ onSent }: { onSent(email: string): void }) {
  const form = useForm({
    initial: { email: '' },
    schema: async () => (await import('@app/wire/identity')).PasswordResetRequest,
    send: async (request: PasswordResetRequest) => {
      await askForPasswordReset(request);
      onSent(request.email);
    },
  });
  return (
    <Sheet title="Forgotten your password?" lede="We send you a link with which you choose a new one.">
      <Form form={form} className="grid gap-4">
        <TextField label="E-mail" type="email" autoComplete="username" {...form.text('email')} />
        <Button type="submit" weight="strong" size="thumb" isBusy={form.isBusy}>
          Send me the link
        </Button>
      </Form>
      <p className="mt-6 text-ink-soft">
        You know it after all? <Link href="/sign-in">Sign in</Link>.
      </p>
    </Sheet>
  );
}

/** Says the same whether the address has an account or not: who has one is nobody else's business. */
function Sent({ to }: { readonly to: string }) {
  return (
    <Sheet
      title="Look into your mail"
      lede={
        <output className="block">
          If <strong className="text-ink wrap-anywhere">{to}</strong> has an account, a link is on its way there. It
          works once, and for one hour.
        </output>
      }
    >
      <ButtonLink to="/sign-in">Back to the sign-in</ButtonLink>
      <p className="mt-6 text-fine text-ink-faint">Nothing there? Look among the spam, or check the address.</p>
    </Sheet>
  );
}
