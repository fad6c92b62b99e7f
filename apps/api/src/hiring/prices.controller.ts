import { Prices } from '@app/hiring';
import { PricesView } from '@app/wire/hiring';
import { Controller, Get, SerializeOptions } from '@nestjs/common';

import { Public } from '../auth/public.ts';

/** What anybody is told before they sign up: what a client would pay, and what an assistant would get. */
@Controller('prices')
export class PricesController {
  constructor(private readonly prices: Prices) {}

  @Public()
  @Get()
  @SerializeOptions({ schema: PricesView })
  async show(): Promise<PricesView> {
    const { clientFeeBp, assistantFeeBp, lowestRate, highestRate } = await this.prices.today();
    return { clientFeeBp, assistantFeeBp, lowestRateCents: lowestRate.cents, highestRateCents: highestRate.cents };
  }
}
