import type { InvitationRequest } from '@app/wire/members';
import { useTranslations } from 'use-intl';

import { Button } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { Form, useForm } from '../../ui/form.tsx';
import { useToast } from '../../ui/toast.tsx';
import { invite, usePeopleChanged } from './people.requests.ts';
import { roleOptions } from './roles.ts';

const EMPTY = { email: '', role: 'viewer' };

export function InviteForm({ businessId }: { readonly businessId: string }) {
  const t = useTranslations('people');
  const say = useToast();
  const changed = usePeopleChanged();
  const form = useForm({
    initial: EMPTY,
    schema: async () => (await import('@app/wire/members')).InvitationRequest,
    send: async (request: InvitationRequest) => {
      await invite(businessId, request);
      form.replace(EMPTY);
      say(t('invitationGoes', { email: request.email }));
      await changed();
    },
  });
  return (
    <Form form={form} className="grid max-w-md gap-4">
      <TextField label={t('theirEmail')} type="email" autoComplete="off" {...form.text('email')} />
      <SelectField label={t('role')} options={roleOptions()} {...form.text('role')} />
      <Button type="submit" isBusy={form.isBusy} className="justify-self-start">
        {t('invite')}
      </Button>
    </Form>
  );
}
