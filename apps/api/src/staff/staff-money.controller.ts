import { Clock, type Staff } from '@app/kernel';
import {
  DescribeContract,
  DescribeInvoice,
  FollowMoney,
  HoldMoney,
  type ListedHold,
  ReleaseHold,
  RenewHold,
  type StaffHold,
  StaffHolds,
} from '@app/staff';
import {
  ContractPageView,
  HoldList,
  HoldRequest,
  HoldView,
  InvoicePageView,
  MoneyTrailView,
  ReasonRequest,
  RenewalRequest,
} from '@app/wire/staff';
import { Body, Controller, Get, HttpCode, Param, Post, SerializeOptions } from '@nestjs/common';
import { z } from 'zod';

import { CurrentStaff, StaffOnly } from '../auth/staff-only.ts';
import { presentHold } from './hold.presenter.ts';
import { onWire } from './on-wire.ts';

const Id = z.uuid();
/** Of ours or of Stripe's. */
const AnyId = z.string().regex(/^[\w-]{3,100}$/, 'must be an id');

@StaffOnly()
@Controller('staff')
export class StaffMoneyController {
  constructor(
    private readonly contract: DescribeContract,
    private readonly invoice: DescribeInvoice,
    private readonly follow: FollowMoney,
    private readonly holds: StaffHolds,
    private readonly holding: HoldMoney,
    private readonly renewing: RenewHold,
    private readonly releasing: ReleaseHold,
    private readonly clock: Clock,
  ) {}

  @Get('contracts/:id')
  @SerializeOptions({ schema: ContractPageView })
  async showContract(@Param('id', { schema: Id }) id: string): Promise<ContractPageView> {
    return onWire(await this.contract.run(id));
  }

  @Get('invoices/:id')
  @SerializeOptions({ schema: InvoicePageView })
  async showInvoice(@Param('id', { schema: Id }) id: string): Promise<InvoicePageView> {
    return onWire(await this.invoice.run(id));
  }

  @Get('money/:of')
  @SerializeOptions({ schema: MoneyTrailView })
  async trail(@Param('of', { schema: AnyId }) id: string): Promise<MoneyTrailView> {
    return onWire(await this.follow.run(id));
  }

  @Get('holds')
  @SerializeOptions({ schema: HoldList })
  async list(@CurrentStaff() staff: Staff): Promise<HoldList> {
    return (await this.holds.live(staff, this.clock.now())).map((hold) => this.#present(staff, hold));
  }

  @Post('holds')
  @SerializeOptions({ schema: HoldView })
  async hold(
    @CurrentStaff() staff: Staff,
    @Body({ schema: HoldRequest }) { subject: of, until, ...body }: HoldRequest,
  ): Promise<HoldView> {
    return this.#present(staff, await this.holding.run(staff, { of, ...body, until: new Date(until) }));
  }

  @Post('holds/:id/renewal')
  @HttpCode(200)
  @SerializeOptions({ schema: HoldView })
  async renew(
    @CurrentStaff() staff: Staff,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: RenewalRequest }) { until }: RenewalRequest,
  ): Promise<HoldView> {
    return this.#present(staff, await this.renewing.run(staff, id, new Date(until)));
  }

  @Post('holds/:id/release')
  @HttpCode(200)
  @SerializeOptions({ schema: HoldView })
  async release(
    @CurrentStaff() staff: Staff,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ReasonRequest }) { reason }: ReasonRequest,
  ): Promise<HoldView> {
    return this.#present(staff, await this.releasing.run(staff, id, reason));
  }

  #present(staff: Staff, hold: StaffHold | ListedHold): HoldView {
    return presentHold(staff, hold, this.clock.now());
  }
}
