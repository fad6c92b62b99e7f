import type { InvitationView } from '@app/wire/members';
import { useState } from 'react';

import { Button } from '../../ui/button.tsx';
import { ProblemNote } from '../../ui/form.tsx';
import { Instant } from '../../ui/instant.tsx';
import { useToast } from '../../ui/toast.tsx';
import { usePeopleChanged, withdrawInvitation } from './people.requests.ts';
import { roleName } from './roles.ts';

interface InvitationListProps {
  readonly businessId: string;
  readonly invitations: readonly InvitationView[];
}

export function InvitationList({ businessId, invitations }: InvitationListProps) {
  const say = useToast();
  const changed = usePeopleChanged();
  const [busyWith, setBusyWith] = useState<string | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const withdraw = async ({ id, email }: InvitationView) => {
    setBusyWith(id);
    setProblem(null);
    try {
      await withdrawInvitation(businessId, id);
      say(`The invitation to ${email} is withdrawn.`);
    } catch (error) {
      setProblem(error);
    } finally {
      await changed();
      setBusyWith(null);
    }
  };
  return (
    <>
      <div aria-live="polite">{problem === null ? null : <ProblemNote error={problem} />}</div>
      <ul>
        {invitations.map((invitation) => (
          <li key={invitation.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-rule py-3">
            <div className="min-w-0 flex-1 basis-56">
              <p className="font-semibold wrap-anywhere">{invitation.email}</p>
              <p className="text-fine text-ink-soft">
                {roleName(invitation.role)} · invited <Instant at={invitation.invitedAt} as="date" />
                {invitation.expiresAt === null ? null : (
                  <>
                    {' · the link works until '}
                    <Instant at={invitation.expiresAt} isEnd />
                  </>
                )}
              </p>
            </div>
            <Button
              size="small"
              isBusy={busyWith === invitation.id}
              aria-label={`Withdraw the invitation to ${invitation.email}`}
              onClick={() => void withdraw(invitation)}
            >
              Withdraw
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
