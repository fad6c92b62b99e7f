import type { MoneyGivenBack } from '@app/billing';
import type { DeliveredEvent } from '@app/delivery';
import { Post, RefundLetters } from '@app/notifications';
import { Injectable } from '@nestjs/common';

import type { Handler } from '../worker.module.ts';

@Injectable()
export class OnMoneyGivenBack implements Handler {
  readonly name = 'notifications.on-money-given-back';
  readonly event = 'money.given_back';

  constructor(
    private readonly letters: RefundLetters,
    private readonly post: Post,
  ) {}

  async handle(event: DeliveredEvent<MoneyGivenBack['payload']>): Promise<void> {
    const { giveBackId, how } = event.payload;
    await this.post.send(this.name, event, await this.letters.givenBack(giveBackId, how));
  }
}
