import { useTranslations } from 'use-intl';
import { useLocation, useSearch } from 'wouter';

import { useSessionChange } from '../api/session.ts';
import { takeBackEmail } from '../features/identity/security.requests.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { Form, useForm } from '../ui/form.tsx';
import { useToast } from '../ui/toast.tsx';
import { PublicPage, Sheet } from './public-page.tsx';

/** Where the link in the mail to an address leads that somebody else gave up. */
export function TakeBack() {
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
      await takeBackEmail(request);
      changeSession(null);
      say(t('takenBack'));
      navigate('/sign-in', { replace: true });
    },
  });
  return (
    <PublicPage title={t('takeBackTitle')}>
      <Sheet title={t('takeBackTitle')} lede={t('takeBackLede')}>
        <Form form={form} shows={['token']} className="grid gap-4">
          <TextField
            label={t('newPassword')}
            type="password"
            autoComplete="new-password"
            help={t('passwordHelp')}
            {...form.text('password')}
          />
          <Button type="submit" weight="strong" size="thumb" isBusy={form.isBusy}>
            {t('takeBack')}
          </Button>
        </Form>
      </Sheet>
    </PublicPage>
  );
}
