import type { Tx } from '@app/database';
import { AssistantNotFound, Standings, whyNotWorkedFor } from '@app/profiles';
import { Injectable } from '@nestjs/common';

import { CardMissing, ClientOnHold, ClientSuspended, CountryNotPayable, SelfDealing } from './contract.errors.ts';

const refusals = { card_missing: CardMissing, billing_hold: ClientOnHold, client_suspended: ClientSuspended };

interface Candidate {
  readonly country: string;
  readonly payable: boolean;
  readonly belongs: boolean;
}

/** Whether this client may hire this assistant at all, whatever the terms. */
@Injectable()
export class Hireable {
  constructor(private readonly standings: Standings) {}

  /** Throws the refusal by its name, the client's own faults first. */
  async require(tx: Tx, clientId: string, assistantId: string): Promise<void> {
    const reason = whyNotWorkedFor(await this.standings.lockOfClient(tx, clientId));
    if (reason) throw new refusals[reason](clientId);
    const candidate = await this.candidate(tx, clientId, assistantId);
    if (!candidate) throw new AssistantNotFound(assistantId);
    if (candidate.belongs) throw new SelfDealing();
    if (!candidate.payable) throw new CountryNotPayable(candidate.country);
  }

  /** Throws `ClientSuspended`: the business may begin nothing new. */
  async requireUnsuspended(tx: Tx, clientId: string): Promise<void> {
    if ((await this.standings.lockOfClient(tx, clientId)).suspendedAt) throw new ClientSuspended(clientId);
  }

  private async candidate(tx: Tx, clientId: string, assistantId: string): Promise<Candidate | undefined> {
    const [candidate] = await tx.query<Candidate[]>(
      `select p.country, exists (select from payable_country where code = p.country) as payable,
              exists (select from business_member where business_id = $1 and account_id = a.id) as belongs
         from assistant_profile p join account a on a.id = p.account_id
        where p.account_id = $2 and p.published_at is not null and a.suspended_at is null
          and not exists (select from person_standing s where s.account_id = a.id and s.assisting_suspended_at is not null)`,
      [clientId, assistantId],
    );
    return candidate;
  }
}
