import type { BusinessRole } from '@app/wire/identity';
import type { MemberView } from '@app/wire/members';
import { useState } from 'react';

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
  const say = useToast();
  const changed = usePeopleChanged();
  const form = useForm({
    initial: { role: member.role },
    send: async ({ role }: { role: BusinessRole }) => {
      await changeRole(business.id, member.id, role);
      await changed();
      say(`The role of ${member.name} is changed.`);
      onClose();
    },
  });
  return (
    <Dialog title={`The role of ${member.name}`} onClose={onClose}>
      <Form form={form}>
        <SelectField
          label="Role"
          help="It holds from the next thing they do."
          options={roleOptions}
          {...form.text('role')}
        />
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" weight="strong" isBusy={form.isBusy}>
            Change role
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}

export function RemoveMemberDialog({ business, member, onClose }: MemberDialogProps) {
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
      say(member.isYou ? `You have left ${business.name}.` : `${member.name} is removed.`);
      onClose();
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  };
  return (
    <Dialog title={member.isYou ? `Leave ${business.name}?` : `Remove ${member.name}?`} onClose={onClose}>
      <div aria-live="polite">{problem === null ? null : <ProblemNote error={problem} />}</div>
      <p>
        {member.isYou
          ? 'You see nothing of this business any more, at once. An owner can invite you again.'
          : `${member.name} sees nothing of ${business.name} any more, at once. What they have done stays.`}
      </p>
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button weight="grave" isBusy={isBusy} onClick={() => void remove()}>
          {member.isYou ? 'Leave' : 'Remove'}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
