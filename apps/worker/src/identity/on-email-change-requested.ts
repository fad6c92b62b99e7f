import type { DeliveredEvent } from '@app/delivery';
import { EmailChangeLetters, Post } from '@app/notifications';
import { Injectable } from '@nestjs/common';

@Injectable()
export class OnEmailChangeRequested {
  readonly name = 'identity.on-email-change-requested';
  readonly event = 'email_change.requested';

  constructor(
    private readonly post: Post,
    private readonly letters: EmailChangeLetters,
  ) {}

  async handle(event: DeliveredEvent<{ emailChangeId: string }>): Promise<void> {
    await this.post.send(this.name, event, await this.letters.requested(event.payload.emailChangeId));
  }
}
