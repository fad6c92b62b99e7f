import { type DeliveredEvent, Effects } from '@app/delivery';
import { Clock } from '@app/kernel';
import { SendTransfers } from '@app/payouts';
import { Injectable } from '@nestjs/common';

import type { Handler } from '../worker.module.ts';

/** Money that is due goes at once; the sweep is for whatever this misses. */
@Injectable()
export class OnEarningsReleased implements Handler {
  readonly name = 'payouts.on-earnings-released';
  readonly event = 'earnings.released';

  constructor(
    private readonly transfers: SendTransfers,
    private readonly clock: Clock,
    private readonly effects: Effects,
  ) {}

  async handle(event: DeliveredEvent): Promise<void> {
    await this.transfers.run(this.clock.now());
    await this.effects.once(this.name, event);
  }
}
