import type { ChangePasswordRequest } from '@app/wire/identity';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';

import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Form, useForm } from '../../ui/form.tsx';
import { useToast } from '../../ui/toast.tsx';
import { changePassword, devicesQuery } from './security.requests.ts';

const EMPTY = { current: '', password: '' };

export function ChangePasswordForm() {
  const t = useTranslations('security');
  const say = useToast();
  const queryClient = useQueryClient();
  const form = useForm({
    initial: EMPTY,
    schema: async () => (await import('@app/wire/identity')).ChangePasswordRequest,
    send: async (request: ChangePasswordRequest) => {
      await changePassword(request);
      form.replace(EMPTY);
      say(t('passwordChanged'));
      await queryClient.invalidateQueries(devicesQuery);
    },
  });

  return (
    <Form form={form} className="grid max-w-md gap-4">
      <TextField label={t('current')} type="password" autoComplete="current-password" {...form.text('current')} />
      <TextField
        label={t('newOne')}
        type="password"
        autoComplete="new-password"
        help={t('passwordHelp')}
        {...form.text('password')}
      />
      <Button type="submit" isBusy={form.isBusy} className="justify-self-start">
        {t('changePassword')}
      </Button>
    </Form>
  );
}
