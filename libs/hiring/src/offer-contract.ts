import { Database, type Tx } from '@app/database';
import { Events, IdempotencyKeys } from '@app/delivery';
import { allow, Clock, Money, requireNotSuspended, requireVerified, type User } from '@app/kernel';
import { assertRateWithinBounds } from '@app/profiles';
import { Injectable } from '@nestjs/common';

import { BriefClosed, BriefNotFound } from './brief.errors.ts';
import { mayHireFor } from './brief.policy.ts';
import { Briefs } from './briefs.repository.ts';
import { Contract } from './contract.entity.ts';
import { contractOffered } from './contract.events.ts';
import { Contracts } from './contracts.repository.ts';
import { FeeSchedule } from './fee-schedule.ts';
import { Hireable } from './hireable.ts';
import type { Repeatable } from './repeatable.ts';
import { requireBusiness } from './require-business.ts';

export interface Offer {
  readonly businessId: string;
  readonly briefId?: string | undefined;
  readonly assistantId: string;
  readonly title: string;
  readonly rateCents: number;
  readonly weeklyLimitMinutes: number;
}

/** A client offers an assistant a contract, with the fees in force today. */
@Injectable()
export class OfferContract {
  constructor(
    private readonly db: Database,
    private readonly contracts: Contracts,
    private readonly briefs: Briefs,
    private readonly hireable: Hireable,
    private readonly fees: FeeSchedule,
    private readonly keys: IdempotencyKeys,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** `key` is the client-made id of the request: the same one again finds the first offer. */
  async run(actor: User, offer: Offer, key: string): Promise<Repeatable<Contract>> {
    requireVerified(actor);
    requireBusiness(actor, offer.businessId);
    allow(mayHireFor(actor, offer.businessId), 'make offers for this business');
    requireNotSuspended(actor, 'hiring');
    const hourlyRate = Money.usd(offer.rateCents);
    assertRateWithinBounds(hourlyRate, 'rateCents');
    const request = { userId: actor.userId, key, request: { verb: 'offer_contract', ...offer } };
    return this.db.transaction(async (tx) => {
      const before = await this.keys.claim(tx, request);
      if (before !== null) return { value: await this.contracts.find(actor, before, tx), repeated: true };
      await this.hireable.require(tx, offer.businessId, offer.assistantId);
      await this.requireOpenBrief(tx, actor, offer);

      const now = this.clock.now();
      const terms = { ...(await this.fees.at(tx, now)), ...agreed(offer), hourlyRate };
      const contract = Contract.offer(terms, actor.userId, now);

      await this.contracts.add(tx, contract);
      await this.keys.settle(tx, request, contract.id);
      await this.events.tell(tx, contractOffered(contract));
      return { value: contract, repeated: false };
    });
  }

  private async requireOpenBrief(tx: Tx, actor: User, { briefId, businessId }: Offer): Promise<void> {
    if (briefId === undefined) return;
    const brief = await this.briefs.lock(tx, actor, briefId);
    if (brief.clientId !== businessId) throw new BriefNotFound(briefId);
    if (brief.state !== 'open') throw new BriefClosed();
  }
}

function agreed({ businessId, briefId, assistantId, title, weeklyLimitMinutes }: Offer) {
  return { clientId: businessId, briefId: briefId ?? null, assistantId, title, weeklyLimitMinutes };
}
