import { type DescribedEarning, DescribeEarnings } from '@app/billing';
import { Clock, type User } from '@app/kernel';
import { type EarningView, EarningViews } from '@app/wire/billing';
import { Controller, Get, SerializeOptions } from '@nestjs/common';

import { CurrentActor } from '../auth/current-actor.ts';
import { presentUnpaid } from './unpaid.presenter.ts';

@Controller('earnings')
export class EarningsController {
  constructor(
    private readonly earnings: DescribeEarnings,
    private readonly clock: Clock,
  ) {}

  @Get()
  @SerializeOptions({ schema: EarningViews })
  async list(@CurrentActor() actor: User): Promise<EarningViews> {
    const now = this.clock.now();
    return (await this.earnings.list(actor)).map((earning) => presentEarning(earning, now));
  }
}

function presentEarning(earning: DescribedEarning, now: Date): EarningView {
  const { id, amountCents, state, date, reason, reasonCode, holdDays, contractId } = earning;
  return {
    ...{ id, amountCents, state, reason, reasonCode, holdDays, contractId },
    unpaid: presentUnpaid(earning.unpaid),
    ...{ lineId: earning.lineId, seconds: earning.seconds, givenBackCents: earning.givenBackCents },
    bonusNote: earning.bonusNote,
    heldBy: [...earning.heldBy],
    can: { endContract: !earning.contractEnded, refund: isRefundable(earning, now) },
    client: { id: earning.clientId, name: earning.clientName },
    week: { start: earning.weekStart.toISOString(), end: earning.weekEnd.toISOString(), zone: earning.zone },
    date: date?.toISOString() ?? null,
  };
}

function isRefundable(
  { state, amountCents, givenBackCents, heldBy, refundableUntil }: DescribedEarning,
  now: Date,
): boolean {
  const isGone = state === 'cancelled' || state === 'unpaid' || givenBackCents >= amountCents;
  return !isGone && heldBy.length === 0 && now <= refundableUntil;
}
