import { type DescribedEarning, DescribeEarnings } from '@app/billing';
import type { User } from '@app/kernel';
import { type EarningView, EarningViews } from '@app/wire/billing';
import { Controller, Get, SerializeOptions } from '@nestjs/common';

import { CurrentActor } from '../auth/current-actor.ts';
import { presentUnpaid } from './unpaid.presenter.ts';

@Controller('earnings')
export class EarningsController {
  constructor(private readonly earnings: DescribeEarnings) {}

  @Get()
  @SerializeOptions({ schema: EarningViews })
  async list(@CurrentActor() actor: User): Promise<EarningViews> {
    return (await this.earnings.list(actor)).map(presentEarning);
  }
}

function presentEarning(earning: DescribedEarning): EarningView {
  const { id, amountCents, state, date, reason, reasonCode, holdDays, contractId } = earning;
  return {
    ...{ id, amountCents, state, reason, reasonCode, holdDays, contractId },
    unpaid: presentUnpaid(earning.unpaid),
    can: { endContract: !earning.contractEnded },
    client: { id: earning.clientId, name: earning.clientName },
    week: { start: earning.weekStart.toISOString(), end: earning.weekEnd.toISOString(), zone: earning.zone },
    date: date?.toISOString() ?? null,
  };
}
