import type { FailedJobList } from '@app/wire/staff';
import { useTranslations } from 'use-intl';

import { send } from '../../api/client.ts';
import { Instant } from '../../ui/instant.tsx';
import { Act } from './act.tsx';
import { CodeState } from './code-state.tsx';
import { Id } from './facts.tsx';

type Job = FailedJobList[number];

/** Work that failed for good or is being tried again, with what it failed on. */
export function JobList({ jobs }: { readonly jobs: readonly Job[] }) {
  return (
    <ul>
      {jobs.map((job) => (
        <li key={job.id} className="grid gap-1 border-b border-rule py-3 last:border-b-0">
          <FailedJob job={job} />
        </li>
      ))}
    </ul>
  );
}

function FailedJob({
  job: { id, queue, event, tries, state, createdAt, failedAt, failure, can },
}: {
  readonly job: Job;
}) {
  const t = useTranslations('staff');
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-2">
        <strong>{queue}</strong> {event ? <Id>{event}</Id> : null} <CodeState code={state} />
        <span className="text-fine text-ink-faint">
          <Instant at={failedAt ?? createdAt} />, {t('jobs.tries', { count: tries })}
        </span>
      </p>
      {failure ? <pre className="overflow-x-auto bg-band p-2 text-fine whitespace-pre-wrap">{failure}</pre> : null}
      {can.replay ? (
        <div>
          <Act
            verb={t('jobs.replay')}
            of={queue}
            title={t('jobs.replayTitle')}
            said={t('jobs.replayed')}
            run={() => send('POST', `/staff/jobs/${id}/replays`)}
          >
            <p>{t('jobs.replayText')}</p>
          </Act>
        </div>
      ) : (
        <p className="text-fine text-ink-soft">{t('jobs.triesItself')}</p>
      )}
    </>
  );
}
