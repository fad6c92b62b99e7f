import type { DeliveredEvent } from '@app/delivery';
import { EmailChangeLetters, Post } from '@app/notifications';
import { Injectable } from '@nestjs/common';

@Injectable()
export class OnEmailChanged {
  readonly name = 'identity.on-email-changed';
  readonly event = 'email.changed';

  constructor(
    private readonly post: Post,
    private readonly letters: EmailChangeLetters,
  ) {}

  async handle(event: DeliveredEvent<{ emailChangeId: string }>): Promise<void> {
    await this.post.send(this.name, event, await this.letters.changed(event.payload.emailChangeId));
  }
}
