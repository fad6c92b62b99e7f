import type { DisputableView, DisputeDetail, QueryView } from '@app/wire/disputes';
import { useQueries, useQuery } from '@tanstack/react-query';

import { disputableQuery, disputeQuery, disputesQuery, questionsOfWeekQuery } from './disputes.queries.ts';

export interface WeekUnderReview {
  readonly disputable: DisputableView | undefined;
  readonly disputes: readonly DisputeDetail[];
  readonly questions: readonly QueryView[];
}

/** All that is said about a closed week; nothing, before it is invoiced. */
export function useWeekUnderReview(weekId: string, isClosed: boolean): WeekUnderReview {
  const disputable = useQuery({ ...disputableQuery(weekId), enabled: isClosed });
  const questions = useQuery({ ...questionsOfWeekQuery(weekId), enabled: isClosed });
  const all = useQuery({ ...disputesQuery, enabled: isClosed });
  const here = (all.data ?? []).filter(({ week }) => week.id === weekId);
  const disputes = useQueries({ queries: here.map(({ id }) => disputeQuery(id)) });
  return {
    disputable: disputable.data,
    disputes: disputes.flatMap(({ data }) => (data ? [data] : [])),
    questions: questions.data ?? [],
  };
}
