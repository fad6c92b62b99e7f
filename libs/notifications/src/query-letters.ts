import { Database } from '@app/database';
import type { DeliveredEvent } from '@app/delivery';
import type { QueryAnswered, QueryAsked, QueryClosed } from '@app/disputes';
import { type Addressee, Businesses } from '@app/identity';
import { Money } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import type { AddressedLetter } from './letter.ts';
import { queryAnswered, queryAsked, queryClosed, type QueryNamed } from './mails/queries.ts';

interface Facts {
  readonly id: string;
  readonly clientId: string;
  readonly client: string;
  readonly title: string;
  readonly assistant: Addressee;
  readonly reviewEndsAt: Date;
  readonly correctionCents: number | null;
}

/** Questions about time, to whoever is to answer or to agree. */
@Injectable()
export class QueryLetters {
  constructor(
    private readonly db: Database,
    private readonly businesses: Businesses,
  ) {}

  async asked({ payload }: DeliveredEvent<QueryAsked['payload']>): Promise<AddressedLetter[]> {
    const facts = await this.#facts(payload.queryId);
    const { assistant: to, reviewEndsAt } = facts;
    return [{ about: to.id, to, letter: queryAsked(namedIn(facts), reviewEndsAt) }];
  }

  async answered({ payload }: DeliveredEvent<QueryAnswered['payload']>): Promise<AddressedLetter[]> {
    const facts = await this.#facts(payload.queryId);
    const { clientId, reviewEndsAt, correctionCents } = facts;
    const people = (await this.businesses.addressees([clientId], 'approver')).get(clientId) ?? [];
    const correction = payload.how === 'corrected' && correctionCents !== null ? Money.usd(correctionCents) : null;
    const letter = queryAnswered(namedIn(facts), correction, reviewEndsAt);
    return people.map((to) => ({ about: to.id, to, letter }));
  }

  async closed({ payload }: DeliveredEvent<QueryClosed['payload']>): Promise<AddressedLetter[]> {
    const facts = await this.#facts(payload.queryId);
    const to = facts.assistant;
    return [{ about: to.id, to, letter: queryClosed(namedIn(facts), payload.how) }];
  }

  async #facts(queryId: string): Promise<Facts> {
    const [facts] = await this.db.reader.query<Facts[]>(
      `select q.id, q.client_id as "clientId", b.name as client, c.title, i.review_ends_at as "reviewEndsAt",
              json_build_object('id', a.id, 'name', a.name, 'zone', a.zone, 'email', a.email, 'language', a.language) as assistant,
              (q.correction_amount_cents + q.correction_fee_cents)::int as "correctionCents"
         from entry_query q
         join invoice_line l on l.id = q.line_id
         join invoice i on i.id = l.invoice_id
         join contract c on c.id = l.contract_id
         join business b on b.id = q.client_id
         join account a on a.id = q.assistant_id
        where q.id = $1`,
      [queryId],
    );
    if (!facts) throw new Error(`An event told of query ${queryId}, which is not there`);
    return facts;
  }
}

function namedIn({ client, assistant, title }: Facts): QueryNamed {
  return { client, assistant: assistant.name, title };
}
