import type { BusinessRole } from '@app/wire/identity';
import type { MemberView } from '@app/wire/members';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Form, ProblemNote, useForm } from '../../ui/form.tsx';
import { useToast } from '../../ui/toast.tsx';
import { changeRole, removeMember, usePeopleChanged } from './people.requests.ts';
import { roleOptions } from './roles.ts';

interface MemberDialogProps {
  readonly business: { readonly id: string; readonly name: string };
  readonly member: MemberView;
  onClose(): void;
}

export function ChangeRoleDialog({ business, member, onClose }: MemberDialogProps) {
  const t = useTranslations('people');
  const ui = useTranslations('ui');
  const say = useToast();
  const changed = usePeopleChanged();
  const form = useForm({
    initial: { role: member.role },
    send: async ({ role }: { role: BusinessRole }) => {
      await changeRole(business.id, member.id, role);
      await changed();
      say(t('roleChanged', { name: member.name }));
      onClose();
    },
  });
  return (
    <Dialog title={t('roleOf', { name: member.name })} onClose={onClose}>
      <Form form={form}>
        <SelectField label={t('role')} help={t('roleHelp')} options={roleOptions()} {...form.text('role')} />
        <DialogActions>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button type="submit" weight="strong" isBusy={form.isBusy}>
            {t('changeRole')}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}

export function RemoveMemberDialog({ business, member, onClose }: MemberDialogProps) {
  const t = useTranslations('people');
  const ui = useTranslations('ui');
  const say = useToast();
  const changed = usePeopleChanged();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const remove = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await removeMember(business.id, member.id);
      await changed();
      say(member.isYou ? t('youLeft', { business: business.name }) : t('removed', { name: member.name }));
      onClose();
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={member.isYou ? t('leaveTitle', { business: business.name }) : t('removeTitle', { name: member.name })}
      onClose={onClose}
    >
      <div aria-live="polite">{problem === null ? null : <ProblemNote error={problem} />}</div>
      <p>{member.isYou ? t('leaveText') : t('removeText', { name: member.name, business: business.name })}</p>
      <DialogActions>
        <Button onClick={onClose}>{ui('cancel')}</Button>
        <Button weight="grave" isBusy={isBusy} onClick={() => void remove()}>
          {member.isYou ? t('leave') : t('remove')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
