import { type DeliveredEvent, Effects } from '@app/delivery';
import { SendPasswordReset } from '@app/notifications';
import { Injectable } from '@nestjs/common';

@Injectable()
export class OnPasswordResetRequested {
  readonly name = 'identity.on-password-reset-requested';
  readonly event = 'password_reset.requested';

  constructor(
    private readonly effects: Effects,
    private readonly send: SendPasswordReset,
  ) {}

  async handle(event: DeliveredEvent<{ accountId: string }>): Promise<void> {
    await this.effects.atLeastOnce(this.name, event, () => this.send.run(event.payload.accountId));
  }
}
