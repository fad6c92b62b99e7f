import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useParams } from 'wouter';

import { DisputePage } from '../../features/disputes/dispute-page.tsx';
import { disputeQuery } from '../../features/disputes/disputes.queries.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Failed, Loading } from '../../ui/states.tsx';

export function AssistantDispute() {
  const { id } = useParams<{ id: string }>();
  const t = useTranslations('disputes');
  const dispute = useQuery(disputeQuery(id));
  if (dispute.isPending) return <Loading lines={6} />;
  if (dispute.isError) return <Failed error={dispute.error} onRetry={() => void dispute.refetch()} />;
  return (
    <DisputePage dispute={dispute.data} links={<ButtonLink to="/assist/disputes">{t('allDisputes')}</ButtonLink>} />
  );
}
