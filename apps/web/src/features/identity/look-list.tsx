import type { OwnImpersonationList } from '@app/wire/staff';
import { useTranslations } from 'use-intl';

import { Instant } from '../../ui/instant.tsx';

/** When staff saw what this person sees, and why. */
export function LookList({ looks }: { readonly looks: OwnImpersonationList }) {
  const t = useTranslations('suspension');
  return (
    <ul>
      {looks.map(({ id, reason, startedAt, endsAt, endedAt }) => (
        <li key={id} className="border-b border-rule py-3 first:pt-0">
          <p className="max-w-[var(--measure)] wrap-anywhere">{reason}</p>
          <p className="mt-1 text-fine text-ink-soft">
            {t.rich('looked', {
              from: () => <Instant key="from" at={startedAt} />,
              to: () => <Instant key="to" at={endedAt ?? endsAt} as="time" />,
            })}
          </p>
        </li>
      ))}
    </ul>
  );
}
