import { ChargeInvoices } from '@app/billing';
import { type DeliveredEvent, Effects } from '@app/delivery';
import { Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import type { Handler } from '../worker.module.ts';

/** What was invoiced is charged at once; the sweep is for whatever this misses. */
@Injectable()
export class OnWeeksInvoiced implements Handler {
  readonly name = 'billing.on-weeks-invoiced';
  readonly event = 'weeks.invoiced';

  constructor(
    private readonly chargeInvoices: ChargeInvoices,
    private readonly clock: Clock,
    private readonly effects: Effects,
  ) {}

  async handle(event: DeliveredEvent): Promise<void> {
    await this.chargeInvoices.run(this.clock.now());
    await this.effects.once(this.name, event);
  }
}
