import { type DescribedQuery, DescribeQueries, type EntryQuery, queryCan } from '@app/disputes';
import type { User } from '@app/kernel';
import type { QueryView } from '@app/wire/disputes';
import { Injectable } from '@nestjs/common';

/** Queries as both sides read them. */
@Injectable()
export class QueryPresenter {
  constructor(private readonly describe: DescribeQueries) {}

  async many(actor: User, queries: readonly EntryQuery[]): Promise<QueryView[]> {
    return (await this.describe.run(queries)).map((described) => present(actor, described));
  }

  async one(actor: User, query: EntryQuery): Promise<QueryView> {
    const [described] = await this.describe.run([query]);
    if (!described) throw new Error(`Query ${query.id} is not stored`);
    return present(actor, described);
  }
}

function present(
  actor: User,
  { query, contractId, title, client, assistant, askedBy, reviewEndsAt }: DescribedQuery,
): QueryView {
  const { id, entryId, state, question, answer, correctionSeconds, correctionAmountCents, correctionFeeCents } = query;
  const isClosed = state === 'agreed' || state === 'declined' || state === 'answered';
  return {
    ...{ id, entryId, state, question, answer, contractId, title, client, assistant, askedBy },
    weekId: query.contractWeekId,
    askedAt: query.askedAt.toISOString(),
    answeredAt: query.answeredAt?.toISOString() ?? null,
    correction:
      correctionSeconds === null || correctionAmountCents === null || correctionFeeCents === null
        ? null
        : { seconds: correctionSeconds, amountCents: correctionAmountCents.cents, feeCents: correctionFeeCents.cents },
    closedAt: isClosed ? query.stateAt.toISOString() : null,
    reviewEndsAt: reviewEndsAt.toISOString(),
    can: queryCan(actor, query),
  };
}
