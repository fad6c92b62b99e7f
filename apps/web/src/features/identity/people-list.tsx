import type { MemberView } from '@app/wire/members';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { Button } from '../../ui/button.tsx';
import { Instant } from '../../ui/instant.tsx';
import { State } from '../../ui/state.tsx';
import { ChangeRoleDialog, RemoveMemberDialog } from './member-dialogs.tsx';
import { roleName } from './roles.ts';

interface PeopleListProps {
  readonly business: { readonly id: string; readonly name: string };
  readonly members: readonly MemberView[];
}

interface Asking {
  readonly what: 'role' | 'removal';
  readonly member: MemberView;
}

export function PeopleList({ business, members }: PeopleListProps) {
  const t = useTranslations('people');
  const [asking, setAsking] = useState<Asking | null>(null);
  const close = () => setAsking(null);
  return (
    <>
      <ul>
        {members.map((member) => (
          <li
            key={member.id}
            className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-rule py-3 first:pt-0"
          >
            <div className="min-w-0 flex-1 basis-56">
              <p className="flex flex-wrap items-center gap-2 font-semibold">
                {member.name} {member.isYou ? <State tone="settled">{t('you')}</State> : null}
              </p>
              <p className="text-fine text-ink-soft wrap-anywhere">
                {t.rich('memberLine', {
                  role: roleName(member.role),
                  email: member.email,
                  date: () => <Instant at={member.since} as="date" />,
                })}
              </p>
            </div>
            <div className="flex flex-wrap gap-2">
              {member.can.changeRole ? (
                <Button
                  size="small"
                  aria-label={t('changeRoleOf', { name: member.name })}
                  onClick={() => setAsking({ what: 'role', member })}
                >
                  {t('changeRole')}
                </Button>
              ) : null}
              {member.can.remove ? (
                <Button
                  size="small"
                  aria-label={
                    member.isYou
                      ? t('leaveNamed', { business: business.name })
                      : t('removeNamed', { name: member.name })
                  }
                  onClick={() => setAsking({ what: 'removal', member })}
                >
                  {member.isYou ? t('leave') : t('remove')}
                </Button>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
      {asking?.what === 'role' ? <ChangeRoleDialog business={business} member={asking.member} onClose={close} /> : null}
      {asking?.what === 'removal' ? (
        <RemoveMemberDialog business={business} member={asking.member} onClose={close} />
      ) : null}
    </>
  );
}
