import { ListRefunds, ResolveRefund, type StuckRefund } from '@app/billing';
import type { Staff } from '@app/kernel';
import {
  Done,
  PaidOtherwiseRequest,
  RetryRefundRequest,
  type StuckRefundView,
  StuckRefundViews,
} from '@app/wire/refunds';
import { Body, Controller, Get, HttpCode, Param, Post, SerializeOptions } from '@nestjs/common';
import { z } from 'zod';

import { CurrentStaff, StaffOnly } from '../auth/staff-only.ts';

const Id = z.uuid();

/** Refunds that Stripe refused or the bank sent back, and those that wait for an assistant's money. */
@StaffOnly()
@Controller('staff/refunds')
export class StaffRefundsController {
  constructor(
    private readonly refunds: ListRefunds,
    private readonly resolving: ResolveRefund,
  ) {}

  @Get()
  @SerializeOptions({ schema: StuckRefundViews })
  async list(@CurrentStaff() staff: Staff): Promise<StuckRefundViews> {
    return (await this.refunds.stuck(staff)).map(present);
  }

  @Post(':id/attempts')
  @HttpCode(200)
  @SerializeOptions({ schema: Done })
  async retry(
    @CurrentStaff() staff: Staff,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: RetryRefundRequest }) { reason }: RetryRefundRequest,
  ): Promise<Done> {
    await this.resolving.retry(staff, id, reason);
    return {};
  }

  @Post(':id/other-payment')
  @HttpCode(200)
  @SerializeOptions({ schema: Done })
  async payOtherwise(
    @CurrentStaff() staff: Staff,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: PaidOtherwiseRequest }) { note }: PaidOtherwiseRequest,
  ): Promise<Done> {
    await this.resolving.payOtherwise(staff, id, note);
    return {};
  }
}

function present(refund: StuckRefund): StuckRefundView {
  const { id, amountCents, state, failure, waitsFor, stripeId, attempt, mayResolve } = refund;
  return {
    ...{ id, amountCents, state, failure, waitsFor, stripeId, attempt },
    invoice: { id: refund.invoiceId, number: refund.invoiceNumber },
    client: { id: refund.clientId, name: refund.clientName },
    stateAt: refund.stateAt.toISOString(),
    can: { retry: mayResolve, payOtherwise: mayResolve },
  };
}
