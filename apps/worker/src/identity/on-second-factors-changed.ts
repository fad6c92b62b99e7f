import { type DeliveredEvent, Effects } from '@app/delivery';
import type { SecondFactorsChanged } from '@app/identity';
import { SendSecondFactorsChanged } from '@app/notifications';
import { Injectable } from '@nestjs/common';

@Injectable()
export class OnSecondFactorsChanged {
  readonly name = 'identity.on-second-factors-changed';
  readonly event = 'second_factors.changed';

  constructor(
    private readonly effects: Effects,
    private readonly send: SendSecondFactorsChanged,
  ) {}

  async handle(event: DeliveredEvent<SecondFactorsChanged['payload']>): Promise<void> {
    const { accountId, what } = event.payload;
    await this.effects.atLeastOnce(this.name, event, () => this.send.run(accountId, what));
  }
}
