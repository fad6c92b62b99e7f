import { type DeliveredEvent, Effects } from '@app/delivery';
import { SendVerification } from '@app/notifications';
import { Injectable } from '@nestjs/common';

@Injectable()
export class OnVerificationRequested {
  readonly name = 'identity.on-verification-requested';
  readonly event = 'verification.requested';

  constructor(
    private readonly effects: Effects,
    private readonly send: SendVerification,
  ) {}

  async handle(event: DeliveredEvent<{ accountId: string }>): Promise<void> {
    await this.effects.atLeastOnce(this.name, event, () => this.send.run(event.payload.accountId));
  }
}
