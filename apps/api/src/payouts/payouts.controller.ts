import type { User } from '@app/kernel';
import { type PayoutByClient, payoutSays, ViewPayouts } from '@app/payouts';
import { PayoutList, type PayoutView } from '@app/wire/payouts';
import { Controller, Get, SerializeOptions } from '@nestjs/common';

import { CurrentActor } from '../auth/current-actor.ts';

@Controller('payouts')
export class PayoutsController {
  constructor(private readonly views: ViewPayouts) {}

  @Get()
  @SerializeOptions({ schema: PayoutList })
  async list(@CurrentActor() actor: User): Promise<PayoutList> {
    return (await this.views.list(actor)).map(present);
  }
}

function present(payout: PayoutByClient): PayoutView {
  const { id, amount, status, createdAt, arrivesAt, byHand, byClient, undivided } = payout;
  return {
    ...{ id, amountCents: amount.cents, status },
    createdAt: createdAt.toISOString(),
    arrivesAt: arrivesAt.toISOString(),
    says: payoutSays(payout),
    byHand,
    byClient: byClient.map((part) => ({ client: part.client, amountCents: part.amount.cents })),
    undividedCents: undivided.cents,
  };
}
