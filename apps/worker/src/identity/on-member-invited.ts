import { type DeliveredEvent, Effects } from '@app/delivery';
import { SendInvitation } from '@app/notifications';
import { Injectable } from '@nestjs/common';

@Injectable()
export class OnMemberInvited {
  readonly name = 'identity.on-member-invited';
  readonly event = 'member.invited';

  constructor(
    private readonly effects: Effects,
    private readonly send: SendInvitation,
  ) {}

  async handle(event: DeliveredEvent<{ invitationId: string }>): Promise<void> {
    await this.effects.atLeastOnce(this.name, event, () => this.send.run(event.payload.invitationId));
  }
}
