import type {
  AuditList,
  CycleList,
  FailedJobList,
  FeeList,
  ReconciliationList,
  SweepList,
  TaxonomyList,
  UnpaidRowList,
  WebhookList,
} from '@app/wire/staff';
import { queryOptions } from '@tanstack/react-query';

import { get } from '../../api/client.ts';

function read<Answer>(path: string, ...key: readonly string[]) {
  return queryOptions({
    queryKey: ['staff', ...key],
    queryFn: ({ signal }: { signal: AbortSignal }) => get<Answer>(`/staff${path}`, signal),
  });
}

export const jobsQuery = read<FailedJobList>('/jobs', 'jobs');
export const webhooksQuery = read<WebhookList>('/webhooks', 'webhooks');
export const sweepsQuery = read<SweepList>('/sweeps', 'sweeps');
export const reconciliationsQuery = read<ReconciliationList>('/reconciliations', 'reconciliations');
export const feesQuery = read<FeeList>('/fees', 'fees');
export const cyclesQuery = read<CycleList>('/cycle-policies', 'cycles');
export const unpaidQuery = read<UnpaidRowList>('/unpaid-policies', 'unpaid');
export const taxonomyQuery = read<TaxonomyList>('/taxonomy', 'taxonomy');

/** Of what was done to something, or by somebody: `{ kind, id }` or `{ actor }`. */
export function auditQuery(of: Readonly<Record<string, string>>) {
  const asked = new URLSearchParams(of).toString();
  return read<AuditList>(`/audit?${asked}`, 'audit', asked);
}
