import { type DeliveredEvent, Effects } from '@app/delivery';
import { SendAlreadyRegistered } from '@app/notifications';
import { Injectable } from '@nestjs/common';

@Injectable()
export class OnRegistrationRepeated {
  readonly name = 'identity.on-registration-repeated';
  readonly event = 'registration.repeated';

  constructor(
    private readonly effects: Effects,
    private readonly send: SendAlreadyRegistered,
  ) {}

  async handle(event: DeliveredEvent<{ accountId: string }>): Promise<void> {
    await this.effects.atLeastOnce(this.name, event, () => this.send.run(event.payload.accountId));
  }
}
