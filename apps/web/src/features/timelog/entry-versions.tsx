import type { EntryVersionView } from '@app/wire/timelog';

import { Instant } from '../../ui/instant.tsx';

/** What an entry was, each time it changed. */
export function EntryVersions({ versions }: { readonly versions: readonly EntryVersionView[] }) {
  return (
    <ol className="mt-2">
      {versions.map((version) => (
        <li key={`${version.at} ${version.change}`} className="border-b border-rule py-2 text-fine">
          <p>
            <strong>{version.change}</strong> by {version.by} <Instant at={version.at} />
            {version.reason ? <>: {version.reason}</> : null}
          </p>
          {version.after ? (
            <p className="text-ink-soft">
              <Instant at={version.after.start} />–
              {version.after.end ? <Instant at={version.after.end} as="time" isEnd /> : 'running'} ·{' '}
              {version.after.note}
            </p>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
