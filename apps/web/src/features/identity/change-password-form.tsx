import type { ChangePasswordRequest } from '@app/wire/identity';
import { useQueryClient } from '@tanstack/react-query';

import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Form, useForm } from '../../ui/form.tsx';
import { useToast } from '../../ui/toast.tsx';
import { changePassword, devicesQuery } from './security.requests.ts';

const EMPTY = { current: '', password: '' };

export function ChangePasswordForm() {
  const say = useToast();
  const queryClient = useQueryClient();
  const form = useForm({
    initial: EMPTY,
    schema: async () => (await import('@app/wire/identity')).ChangePasswordRequest,
    send: async (request: ChangePasswordRequest) => {
      await changePassword(request);
      form.replace(EMPTY);
      say('Your password is changed. All other devices are signed out.');
      await queryClient.invalidateQueries(devicesQuery);
    },
  });

  return (
    <Form form={form} className="grid max-w-md gap-4">
      <TextField
        label="The password you have now"
        type="password"
        autoComplete="current-password"
        {...form.text('current')}
      />
      <TextField
        label="The new one"
        type="password"
        autoComplete="new-password"
        help="12 characters or more. A sentence is good."
        {...form.text('password')}
      />
      <Button type="submit" isBusy={form.isBusy} className="justify-self-start">
        Change my password
      </Button>
    </Form>
  );
}
