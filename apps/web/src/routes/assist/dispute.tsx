import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useParams } from 'wouter';

import { DisputePage } from '../../features/disputes/dispute-page.tsx';
import { disputeQuery } from '../../features/disputes/disputes.queries.ts';
import { useWorthOfPart } from '../../features/disputes/use-worth-of-part.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Failed, Loading } from '../../ui/states.tsx';
import { useTerms } from '../terms.ts';

export function AssistantDispute() {
  const { id } = useParams<{ id: string }>();
  const t = useTranslations('disputes');
  const dispute = useQuery(disputeQuery(id));
  const termsOf = useTerms();
  const worthOf = useWorthOfPart(dispute.data, dispute.data && termsOf(dispute.data.contractId));
  if (dispute.isPending) return <Loading lines={6} />;
  if (dispute.isError) return <Failed error={dispute.error} onRetry={() => void dispute.refetch()} />;
  return (
    <DisputePage
      dispute={dispute.data}
      worthOf={worthOf}
      links={<ButtonLink to="/assist/disputes">{t('allDisputes')}</ButtonLink>}
    />
  );
}
