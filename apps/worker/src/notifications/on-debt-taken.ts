import type { DebtTaken } from '@app/payouts';
import type { DeliveredEvent } from '@app/delivery';
import { Post, RefundLetters } from '@app/notifications';
import { Injectable } from '@nestjs/common';

import type { Handler } from '../worker.module.ts';

@Injectable()
export class OnDebtTaken implements Handler {
  readonly name = 'notifications.on-debt-taken';
  readonly event = 'debt.taken';

  constructor(
    private readonly letters: RefundLetters,
    private readonly post: Post,
  ) {}

  async handle(event: DeliveredEvent<DebtTaken['payload']>): Promise<void> {
    const { debtId, by, takenCents, leftCents } = event.payload;
    await this.post.send(this.name, event, await this.letters.debtTaken(debtId, by, takenCents, leftCents));
  }
}
