import { Link, useLocation, useSearch } from 'wouter';

import { useSessionChange } from '../api/session.ts';
import { resetPassword } from '../features/identity/security.requests.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { Form, useForm } from '../ui/form.tsx';
import { useToast } from '../ui/toast.tsx';
import { PublicPage, Sheet } from './public-page.tsx';

/** Where the link in the mail leads. */
export function ResetPassword() {
  const token = new URLSearchParams(useSearch()).get('token') ?? '';
  const [, navigate] = useLocation();
  const say = useToast();
  const changeSession = useSessionChange();
  const form = useForm({
    initial: { password: '' },
    request: ({ password }) => ({ token, password }),
    schema: async () => (await import('@app/wire/identity')).ResetPasswordRequest,
    send: async (request: { token: string; password: string }) => {
      await resetPassword(request);
      changeSession(null);
      say('Your password is changed. Sign in with the new one.');
      navigate('/sign-in', { replace: true });
    },
  });

  return (
    <PublicPage title="New password">
      <Sheet title="Choose a new password" lede="You are signed out everywhere else then.">
        <Form form={form} shows={['token']} className="grid gap-4">
          <TextField
            label="New password"
            type="password"
            autoComplete="new-password"
            help="12 characters or more. A sentence is good."
            {...form.text('password')}
          />
          <Button type="submit" weight="strong" size="thumb" isBusy={form.isBusy}>
            Change my password
          </Button>
        </Form>
        <p className="mt-6 text-ink-soft">
          The link is too old? <Link href="/forgotten-password">Get a new one</Link>.
        </p>
      </Sheet>
    </PublicPage>
  );
}
