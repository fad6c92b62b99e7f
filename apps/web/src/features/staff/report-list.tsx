import type { LateReportView } from '@app/wire/disputes';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';

import { send } from '../../api/client.ts';
import { Duration } from '../../ui/duration.tsx';
import { Instant } from '../../ui/instant.tsx';
import { Week } from '../../ui/week.tsx';
import { Act } from './act.tsx';
import { pageOf } from './found-links.ts';
import { useWord } from './staff-words.tsx';

/** What clients reported after a review: staff open a claim of it, or say why not. */
export function ReportList({ reports }: { readonly reports: readonly LateReportView[] }) {
  return (
    <ul>
      {reports.map((report) => (
        <li key={report.id} className="grid gap-1.5 border-b border-rule py-3 first:pt-0">
          <Report report={report} />
        </li>
      ))}
    </ul>
  );
}

function Report({ report }: { readonly report: LateReportView }) {
  const t = useTranslations('staff');
  const word = useWord();
  const { id, client, assistant, ground, reason, title, week, lines } = report;
  const about = t('queue.reportOf', { client: client.name, assistant: assistant.name, ground: word(ground) });
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <strong>{about}</strong>
        <Link href={pageOf('business', client.id) ?? ''}>{client.name}</Link>
        <Link href={pageOf('person', assistant.id) ?? ''}>{assistant.name}</Link>
      </p>
      <p className="text-fine text-ink-faint">
        {title}, <Week {...week} />.{' '}
        {t.rich('queue.reportedBy', { name: report.reportedBy, at: () => <Instant at={report.reportedAt} /> })}
      </p>
      <p className="max-w-[var(--measure)] whitespace-pre-line">{reason}</p>
      <ul className="text-fine text-ink-soft">
        {lines.map(({ entryId, start, end, note, seconds }) => (
          <li key={entryId}>
            <Instant at={start} />–<Instant at={end} as="time" isEnd /> {note} (<Duration seconds={seconds} />)
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <Act
          verb={t('queue.openClaim')}
          of={about}
          title={t('queue.openClaim')}
          said={t('queue.claimOpened')}
          run={() => send('POST', `/staff/late-reports/${id}/claim`)}
        >
          <p>{t('queue.openClaimText', { assistant: assistant.name })}</p>
        </Act>
        <Act
          verb={t('queue.declineReport')}
          of={about}
          title={t('queue.declineReport')}
          asks={[{ name: 'reason', label: t('why'), help: t('whyHelp') }]}
          said={t('queue.declined')}
          run={(body) => send('POST', `/staff/late-reports/${id}/refusal`, { body })}
        >
          <p>{t('queue.declineText')}</p>
        </Act>
      </div>
    </>
  );
}
