import type { User } from '@app/kernel';
import { BeginPayee, mayBeginPayee, payeeSays, ViewPayouts } from '@app/payouts';
import { BeginPayeeRequest, PayeeBegun, PayeeView } from '@app/wire/payouts';
import { Body, Controller, Get, Post, SerializeOptions } from '@nestjs/common';

import { CurrentActor } from '../auth/current-actor.ts';

/** One's own account at Stripe. */
@Controller('payee')
export class PayeeController {
  constructor(
    private readonly beginPayee: BeginPayee,
    private readonly views: ViewPayouts,
  ) {}

  @Post()
  @SerializeOptions({ schema: PayeeBegun })
  begin(
    @CurrentActor() actor: User,
    @Body({ schema: BeginPayeeRequest }) { country }: BeginPayeeRequest,
  ): Promise<PayeeBegun> {
    return this.beginPayee.run(actor, country);
  }

  @Get()
  @SerializeOptions({ schema: PayeeView })
  async show(@CurrentActor() actor: User): Promise<PayeeView> {
    const [payee, isPaused] = await Promise.all([this.views.payee(actor), this.views.isPaused(actor)]);
    const state = payee?.state ?? 'none';
    const can = { begin: mayBeginPayee(actor, payee) };
    return { state, country: payee?.country ?? null, isPaused, says: payeeSays(state, isPaused), can };
  }
}
