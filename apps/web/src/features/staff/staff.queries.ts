import type { ChargebackEvidenceView, ChargebackInDetailView, ChargebackView } from '@app/wire/chargebacks';
import type {
  DisputeRuleViews,
  EvidenceView,
  LateReportViews,
  StaffDisputeDetail,
  StaffDisputesQuery,
  StaffDisputeViews,
} from '@app/wire/disputes';
import type { StuckDebtView, StuckRefundView } from '@app/wire/refunds';
import type {
  BusinessPageView,
  ContractPageView,
  FoundList,
  HoldList,
  InvoicePageView,
  MoneyTrailView,
  PersonPageView,
  StaffList,
  StaffSuspensionList,
} from '@app/wire/staff';
import { queryOptions, useQueryClient } from '@tanstack/react-query';

import { get } from '../../api/client.ts';

function read<Answer>(path: string, ...key: readonly string[]) {
  return queryOptions({
    queryKey: ['staff', ...key],
    queryFn: ({ signal }: { signal: AbortSignal }) => get<Answer>(`/staff${path}`, signal),
  });
}

export type Which = StaffDisputesQuery['which'];

export const membersQuery = read<StaffList>('/members', 'members');
export const queueQuery = (which: Which) => read<StaffDisputeViews>(`/disputes?which=${which}`, 'queue', which);
export const disputeQuery = (id: string) => read<StaffDisputeDetail>(`/disputes/${id}`, 'dispute', id);
/** It never changes: it is frozen. */
export const evidenceQuery = (id: string) => ({
  ...read<EvidenceView>(`/disputes/${id}/evidence`, 'evidence', id),
  staleTime: Infinity,
});
export const rulesQuery = queryOptions({
  queryKey: ['dispute-rules'],
  queryFn: ({ signal }) => get<DisputeRuleViews>('/dispute-rules', signal),
  staleTime: Infinity,
});

export const chargebacksQuery = read<ChargebackView[]>('/chargebacks', 'chargebacks');
export const chargebackQuery = (id: string) => read<ChargebackInDetailView>(`/chargebacks/${id}`, 'chargeback', id);
export const gatheredQuery = (id: string) =>
  read<ChargebackEvidenceView>(`/chargebacks/${id}/evidence`, 'chargeback-evidence', id);

export const reportsQuery = read<LateReportViews>('/late-reports', 'late-reports');
export const appealsQuery = read<StaffSuspensionList>('/appeals', 'appeals');
export const holdsQuery = read<HoldList>('/holds', 'holds');
export const refundsQuery = read<StuckRefundView[]>('/refunds', 'refunds');
export const debtsQuery = read<StuckDebtView[]>('/debts', 'debts');

export const searchQuery = (text: string) => read<FoundList>(`/search?q=${encodeURIComponent(text)}`, 'search', text);
export const personQuery = (id: string) => read<PersonPageView>(`/people/${id}`, 'person', id);
export const businessQuery = (id: string) => read<BusinessPageView>(`/businesses/${id}`, 'business', id);
export const contractQuery = (id: string) => read<ContractPageView>(`/contracts/${id}`, 'contract', id);
export const invoiceQuery = (id: string) => read<InvoicePageView>(`/invoices/${id}`, 'invoice', id);
export const trailQuery = (id: string) => read<MoneyTrailView>(`/money/${encodeURIComponent(id)}`, 'money', id);

/** What staff do shows in many places, and all of it is asked again. */
export function useStaffChanged(): () => Promise<void> {
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey: ['staff'] });
}
