import type { AuditList } from '@app/wire/staff';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';

import { Instant } from '../../ui/instant.tsx';
import { Id } from './facts.tsx';
import { membersQuery } from './staff.queries.ts';
import { useWord } from './staff-words.tsx';

type Entry = AuditList[number];

/** Each entry with before and after, as it was written: ids and codes, and no names. */
export function AuditTrail({ entries }: { readonly entries: readonly Entry[] }) {
  return (
    <ol>
      {entries.map((entry) => (
        <li
          key={entry.id}
          className="grid gap-x-4 gap-y-1 border-b border-rule py-2 sm:grid-cols-[10rem_minmax(0,1fr)]"
        >
          <span className="text-fine text-ink-faint">
            <Instant at={entry.at} />
          </span>
          <OneEntry entry={entry} />
        </li>
      ))}
    </ol>
  );
}

function OneEntry({
  entry: { action, actorKind, actorId, subjectKind, subjectId, before, after, reason },
}: {
  readonly entry: Entry;
}) {
  const t = useTranslations('staff');
  const word = useWord();
  const members = useQuery(membersQuery).data ?? [];
  const name = members.find(({ accountId }) => accountId === actorId)?.name;
  return (
    <div className="grid min-w-0 gap-1">
      <p>
        <strong>{action}</strong>{' '}
        <span className="text-ink-soft">{t('audit.by', { who: name ?? word(`actor_${actorKind}`) })}</span>
      </p>
      <p className="text-fine">
        {word(subjectKind)} <Id>{subjectId}</Id>
      </p>
      {reason ? <p>{reason}</p> : null}
      {before || after ? (
        <details className="text-fine">
          <summary className="text-ink-soft">{t('audit.change')}</summary>
          <pre className="overflow-x-auto bg-band p-2 whitespace-pre-wrap">
            {[before, after].map((one) => JSON.stringify(one, null, 2)).join('\n→\n')}
          </pre>
        </details>
      ) : null}
    </div>
  );
}
