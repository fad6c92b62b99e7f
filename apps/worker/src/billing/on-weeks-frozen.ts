import { InvoiceWeeks } from '@app/billing';
import { type DeliveredEvent, Effects } from '@app/delivery';
import { Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import type { Handler } from '../worker.module.ts';

/** What froze is invoiced at once; the sweep is for whatever this misses. */
@Injectable()
export class OnWeeksFrozen implements Handler {
  readonly name = 'billing.on-weeks-frozen';
  readonly event = 'weeks.frozen';

  constructor(
    private readonly invoiceWeeks: InvoiceWeeks,
    private readonly clock: Clock,
    private readonly effects: Effects,
  ) {}

  async handle(event: DeliveredEvent): Promise<void> {
    await this.invoiceWeeks.run(this.clock.now());
    await this.effects.once(this.name, event);
  }
}
