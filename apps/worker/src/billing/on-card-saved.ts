import { ChargeInvoices } from '@app/billing';
import { type DeliveredEvent, Effects } from '@app/delivery';
import { Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import type { Handler } from '../worker.module.ts';

/** A new card pays at once what the old one could not. */
@Injectable()
export class OnCardSaved implements Handler {
  readonly name = 'billing.on-card-saved';
  readonly event = 'card.saved';

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
