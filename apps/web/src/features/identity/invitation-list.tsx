import type { InvitationView } from '@app/wire/members';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

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
  const t = useTranslations('people');
  const say = useToast();
  const changed = usePeopleChanged();
  const [busyWith, setBusyWith] = useState<string | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const withdraw = async ({ id, email }: InvitationView) => {
    setBusyWith(id);
    setProblem(null);
    try {
      await withdrawInvitation(businessId, id);
      say(t('withdrawn', { email }));
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
                {t.rich(invitation.expiresAt === null ? 'invitedLine' : 'invitedLineUntil', {
                  role: roleName(invitation.role),
                  date: () => <Instant at={invitation.invitedAt} as="date" />,
                  end: () => <Instant at={invitation.expiresAt ?? invitation.invitedAt} isEnd />,
                })}
              </p>
            </div>
            <Button
              size="small"
              isBusy={busyWith === invitation.id}
              aria-label={t('withdrawTo', { email: invitation.email })}
              onClick={() => void withdraw(invitation)}
            >
              {t('withdraw')}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
