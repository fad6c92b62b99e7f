import type { DisputableView } from '@app/wire/disputes';
import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';

import { Button } from '../../ui/button.tsx';
import { Instant } from '../../ui/instant.tsx';
import { later } from '../../ui/later.tsx';
import { Section } from '../../ui/page.tsx';
import { disputableQuery } from './disputes.queries.ts';

const LateReportDialog = later(async () => (await import('./late-report-dialog.tsx')).LateReportDialog);

interface LateReportProps {
  readonly disputable: DisputableView | undefined;
  readonly assistantName: string;
}

/** What a client can still do about a week after its review, and what became of it. Nothing, while it is in review. */
export function LateReport({ disputable, assistantName }: LateReportProps) {
  const t = useTranslations('disputes');
  const [isOpen, setOpen] = useState(false);
  if (!disputable || (!disputable.can.report && !disputable.report)) return null;
  const { report, reportUntil, can } = disputable;
  return (
    <Section title={t('late.section')}>
      {report ? <WhatBecameOfIt report={report} /> : null}
      {can.report && reportUntil ? (
        <>
          <p>{t.rich('late.until', { date: () => <Instant at={reportUntil} isEnd /> })}</p>
          <Button size="small" className="mt-3" onClick={() => setOpen(true)}>
            {t('late.verb')}
          </Button>
        </>
      ) : null}
      {isOpen ? (
        <LateReportDialog disputable={disputable} assistantName={assistantName} onClose={() => setOpen(false)} />
      ) : null}
    </Section>
  );
}

function WhatBecameOfIt({ report }: { readonly report: NonNullable<DisputableView['report']> }) {
  const t = useTranslations('disputes');
  const { reportedAt, answeredAt, disputeId, refusal } = report;
  const date = () => <Instant at={answeredAt ?? reportedAt} as="day" />;
  if (answeredAt === null) {
    return <p className="mb-3 border-l-4 border-waiting bg-waiting-wash px-3 py-2">{t.rich('late.waits', { date })}</p>;
  }
  if (disputeId !== null) {
    return (
      <p className="mb-3">
        {t.rich('late.opened', { date })} <Link href={`/hire/disputes/${disputeId}`}>{t('late.toClaim')}</Link>
      </p>
    );
  }
  return (
    <div className="mb-3">
      <p>{t.rich('late.declined', { date })}</p>
      <p className="mt-1 max-w-[var(--measure)] border-l-4 border-rule pl-3 whitespace-pre-line">{refusal}</p>
    </div>
  );
}

interface LateReportsProps {
  /** Whose review is over. */
  readonly weeks: readonly { readonly weekId: string; readonly assistantName: string }[];
}

/** Of an invoice: the weeks of which something can still be reported, and where that is done. */
export function LateReports({ weeks }: LateReportsProps) {
  const t = useTranslations('disputes');
  const answers = useQueries({ queries: weeks.map(({ weekId }) => disputableQuery(weekId)) });
  const open = weeks.filter((_, place) => answers[place]?.data?.can.report);
  const until = answers.find(({ data }) => data?.can.report)?.data?.reportUntil;
  if (!until) return null;
  return (
    <Section title={t('late.section')}>
      <p>{t.rich('late.until', { date: () => <Instant at={until} isEnd /> })}</p>
      <ul className="mt-2 grid gap-1">
        {open.map(({ weekId, assistantName }) => (
          <li key={weekId}>
            <Link href={`/hire/weeks/${weekId}`}>{t('late.verbOf', { name: assistantName })}</Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
