import type { DisputeDetail } from '@app/wire/disputes';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useParams } from 'wouter';

import { DisputePage } from '../../features/disputes/dispute-page.tsx';
import { disputeQuery } from '../../features/disputes/disputes.queries.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Failed, Loading } from '../../ui/states.tsx';

export function ClientDispute() {
  const { id } = useParams<{ id: string }>();
  const dispute = useQuery(disputeQuery(id));
  if (dispute.isPending) return <Loading lines={6} />;
  if (dispute.isError) return <Failed error={dispute.error} onRetry={() => void dispute.refetch()} />;
  return <DisputePage dispute={dispute.data} links={<Links dispute={dispute.data} />} />;
}

function Links({ dispute }: { readonly dispute: DisputeDetail }) {
  const t = useTranslations('disputes');
  return (
    <>
      <ButtonLink to={`/hire/weeks/${dispute.week.id}`}>{t('toWeek')}</ButtonLink>
      <ButtonLink to="/hire/disputes">{t('allDisputes')}</ButtonLink>
    </>
  );
}
