import type { EntryVersionView } from '@app/wire/timelog';
import { useTranslations } from 'use-intl';

import { Instant } from '../../ui/instant.tsx';

/** What an entry was, each time it changed. */
export function EntryVersions({ versions }: { readonly versions: readonly EntryVersionView[] }) {
  const t = useTranslations('time');
  return (
    <ol className="mt-2">
      {versions.map((version) => (
        <li key={`${version.at} ${version.change}`} className="border-b border-rule py-2 text-fine">
          <p>
            {t.rich('versionBy', {
              change: t(`change.${version.change}`),
              name: version.by,
              strong: (chunks) => <strong>{chunks}</strong>,
              date: () => <Instant at={version.at} />,
            })}
            {version.reason ? <>: {version.reason}</> : null}
          </p>
          {version.after ? (
            <p className="text-ink-soft">
              <Instant at={version.after.start} />–
              {version.after.end ? <Instant at={version.after.end} as="time" isEnd /> : t('runningEnd')} ·{' '}
              {version.after.note}
            </p>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
