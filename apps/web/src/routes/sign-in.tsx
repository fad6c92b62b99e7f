import { Link, useLocation, useSearch } from 'wouter';

import { useSessionChange } from '../api/session.ts';
import { homeOf, wantedFrom } from '../features/identity/home.ts';
import { signIn } from '../features/identity/identity.requests.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { Form, useForm } from '../ui/form.tsx';
import { PublicPage, Sheet } from './public-page.tsx';

export function SignIn() {
  const search = useSearch();
  const [, navigate] = useLocation();
  const changeSession = useSessionChange();
  const wanted = wantedFrom(search);
  const form = useForm({
    initial: { email: '', password: '' },
    schema: async () => (await import('@app/wire/identity')).SignInRequest,
    send: async (request: { email: string; password: string }) => {
      const me = await signIn(request);
      changeSession(me);
      navigate(wanted ?? homeOf(me), { replace: true });
    },
  });

  return (
    <PublicPage title="Sign in">
      <Sheet title="Sign in" lede={wanted ? 'Then you go on where you were.' : undefined}>
        <Form form={form} className="grid gap-4">
          <TextField label="E-mail" type="email" autoComplete="username" {...form.text('email')} />
          <TextField label="Password" type="password" autoComplete="current-password" {...form.text('password')} />
          <Button type="submit" weight="strong" size="thumb" isBusy={form.isBusy}>
            Sign in
          </Button>
        </Form>
        <p className="mt-6 text-ink-soft">
          <Link href="/forgotten-password">Forgotten your password?</Link>
        </p>
        <p className="mt-2 text-ink-soft">
          New here? <Link href="/register?as=hire">Hire an assistant</Link> or{' '}
          <Link href="/register?as=assist">work as one</Link>.
        </p>
      </Sheet>
    </PublicPage>
  );
}
