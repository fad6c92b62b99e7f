import { type DeliveredEvent, Effects } from '@app/delivery';
import { SendPasswordChanged } from '@app/notifications';
import { Injectable } from '@nestjs/common';

@Injectable()
export class OnPasswordChanged {
  readonly name = 'identity.on-password-changed';
  readonly event = 'password.changed';

  constructor(
    private readonly effects: Effects,
    private readonly send: SendPasswordChanged,
  ) {}

  async handle(event: DeliveredEvent<{ accountId: string }>): Promise<void> {
    await this.effects.atLeastOnce(this.name, event, () => this.send.run(event.payload.accountId));
  }
}
