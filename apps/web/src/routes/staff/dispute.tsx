import type { StaffDisputeDetail } from '@app/wire/disputes';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { Link, useParams } from 'wouter';

import { BothSides } from '../../features/staff/both-sides.tsx';
import { Claim } from '../../features/staff/claim.tsx';
import { CodeState } from '../../features/staff/code-state.tsx';
import { DecisionForm } from '../../features/staff/decision-form.tsx';
import { DecisionList } from '../../features/staff/decision-list.tsx';
import { Due } from '../../features/staff/due.tsx';
import { Id } from '../../features/staff/facts.tsx';
import { trailOf } from '../../features/staff/found-links.ts';
import { SayAsStaff } from '../../features/staff/say-as-staff.tsx';
import { disputeQuery } from '../../features/staff/staff.queries.ts';
import { TimeLine } from '../../features/staff/time-line.tsx';
import { Amount } from '../../ui/amount.tsx';
import { DownloadLink } from '../../ui/download-link.tsx';
import { formatHours } from '../../ui/duration.tsx';
import { Figures, Page, Section } from '../../ui/page.tsx';
import { Fetched } from '../../ui/states.tsx';
import { Week } from '../../ui/week.tsx';

export function DisputeRoute() {
  const { id = '' } = useParams();
  const dispute = useQuery(disputeQuery(id));
  return (
    <Fetched query={dispute} lines={8}>
      {(data) => <Workbench key={data.id} dispute={data} />}
    </Fetched>
  );
}

function Workbench({ dispute }: { readonly dispute: StaffDisputeDetail }) {
  const t = useTranslations('staff');
  const { id, number, title, week, evidence, barredBy, can, disputed } = dispute;
  const proposal = dispute.decisions.find(({ decidedAt }) => decidedAt === null);
  return (
    <Page
      title={t('bench.title', { number })}
      lede={
        <span className="inline-flex flex-wrap items-baseline gap-x-3">
          <span>
            {title}, <Week {...week} />
          </span>
          <CodeState code={dispute.state} />
          {dispute.waitsFor === 'staff' || dispute.dueAt ? <Due at={dispute.dueAt} /> : null}
        </span>
      }
      actions={
        <>
          <Claim dispute={dispute} />
          <DownloadLink to={`/api/staff/disputes/${id}/evidence.pdf`}>{t('bench.pdf')}</DownloadLink>
        </>
      }
    >
      <Figures
        figures={[
          {
            label: t('bench.disputed'),
            value: <Amount cents={disputed.amountCents + disputed.feeCents} />,
            note: t.rich('decide.ofWhichFee', { fee: () => <Amount cents={disputed.feeCents} /> }),
          },
          { label: t('bench.time'), value: formatHours(dispute.seconds) },
          {
            label: t('bench.inThirtyDays'),
            value: <Amount cents={dispute.disputedIn30DaysCents} />,
            note: t(dispute.needsSecond ? 'bench.twoSign' : 'bench.oneSigns'),
          },
          { label: t('bench.claimedBy'), value: dispute.claim?.by.name ?? t('claim.nobody') },
        ]}
      />
      <Section title={t('bench.sides')} note={t('bench.sidesNote')}>
        <BothSides dispute={dispute} />
      </Section>
      <Section
        title={t('bench.line')}
        note={
          <>
            <span className="block">{t('bench.lineNote')}</span>
            <Id>{evidence.sha256}</Id>
            {dispute.invoiceId ? (
              <Link href={trailOf(dispute.invoiceId)} className="mt-1 block">
                {t('bench.trail')}
              </Link>
            ) : null}
          </>
        }
      >
        <TimeLine dispute={dispute} />
        <SayAsStaff dispute={dispute} />
      </Section>
      {dispute.decisions.length > 0 ? (
        <Section title={t('bench.decisions')} note={t('bench.decisionsNote')}>
          <DecisionList dispute={dispute} />
        </Section>
      ) : null}
      <Section title={t('bench.decide')} note={t('bench.decideNote')}>
        {can.decide ? (
          <>
            {proposal ? <p className="mb-4 border-l-4 border-waiting pl-3">{t('bench.replaces')}</p> : null}
            <DecisionForm
              key={`${dispute.decisions.length}`}
              dispute={dispute}
              {...(proposal ? { replaces: proposal.id } : {})}
            />
          </>
        ) : (
          <p>{t(barredBy ? `bench.barred.${barredBy}` : 'bench.notNow')}</p>
        )}
      </Section>
    </Page>
  );
}
