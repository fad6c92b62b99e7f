import { type DeliveredEvent, Effects } from '@app/delivery';
import { Clock } from '@app/kernel';
import { CloseTimers } from '@app/timelog';
import { Injectable } from '@nestjs/common';

import type { Handler } from '../worker.module.ts';

/** A timer on the contract stops at once; the sweep is for whatever this misses. */
@Injectable()
export class OnContractPaused implements Handler {
  readonly name = 'timelog.on-contract-paused';
  readonly event = 'contract.paused';

  constructor(
    private readonly closeTimers: CloseTimers,
    private readonly clock: Clock,
    private readonly effects: Effects,
  ) {}

  async handle(event: DeliveredEvent): Promise<void> {
    await this.closeTimers.run(this.clock.now());
    await this.effects.once(this.name, event);
  }
}
