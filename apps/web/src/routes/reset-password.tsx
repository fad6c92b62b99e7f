import { useTranslations } from 'use-intl';
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
      await resetPassword(request);
      changeSession(null);
      say(t('resetDone'));
      navigate('/sign-in', { replace: true });
    },
  });

  return (
    <PublicPage title={t('resetPage')}>
      <Sheet title={t('resetTitle')} lede={t('resetLede')}>
        <Form form={form} shows={['token']} className="grid gap-4">
          <TextField
            label={t('newPassword')}
            type="password"
            autoComplete="new-password"
            help={t('passwordHelp')}
            {...form.text('password')}
          />
          <Button type="submit" weight="strong" size="thumb" isBusy={form.isBusy}>
            {t('changePassword')}
          </Button>
        </Form>
        <p className="mt-6 text-ink-soft">
          {t.rich('linkTooOld', { link: (chunks) => <Link href="/forgotten-password">{chunks}</Link> })}
        </p>
      </Sheet>
    </PublicPage>
  );
}
