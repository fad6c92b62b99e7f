import { useTranslations } from 'use-intl';
import { useLocation, useSearch } from 'wouter';

import { useSessionChange } from '../../api/session.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Form, useForm } from '../../ui/form.tsx';
import { useToast } from '../../ui/toast.tsx';

interface NewPasswordFormProps {
  readonly verb: string;
  /** What is said once it is done; one signs in anew then. */
  readonly said: string;
  /** With the token of the link in the mail. */
  send(request: { token: string; password: string }): Promise<void>;
}

/** Chooses a new password, by a link that was mailed. */
export function NewPasswordForm({ verb, said, send }: NewPasswordFormProps) {
  const t = useTranslations('account');
  const token = new URLSearchParams(useSearch()).get('token') ?? '';
  const [, navigate] = useLocation();
  const say = useToast();
  const changeSession = useSessionChange();
  const form = useForm({
    initial: { password: '' },
    request: ({ password }) => ({ token, password }),
    schema: async () => (await import('@app/wire/identity')).ResetPasswordRequest,
    send: async (request: { token: string; password: string }) => {
      await send(request);
      changeSession(null);
      say(said);
      navigate('/sign-in', { replace: true });
    },
  });
  return (
    <Form form={form} shows={['token']} className="grid gap-4">
      <TextField
        label={t('newPassword')}
        type="password"
        autoComplete="new-password"
        help={t('passwordHelp')}
        {...form.text('password')}
      />
      <Button type="submit" weight="strong" size="thumb" isBusy={form.isBusy}>
        {verb}
      </Button>
    </Form>
  );
}
