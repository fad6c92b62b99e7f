import type { DeliveredEvent } from '@app/delivery';
import { Post, PrivacyLetters } from '@app/notifications';
import { Injectable } from '@nestjs/common';

@Injectable()
export class OnErasureRequested {
  readonly name = 'privacy.on-erasure-requested';
  readonly event = 'erasure.requested';

  constructor(
    private readonly post: Post,
    private readonly letters: PrivacyLetters,
  ) {}

  async handle(event: DeliveredEvent<{ erasureId: string }>): Promise<void> {
    await this.post.send(this.name, event, await this.letters.erasureRequested(event.payload.erasureId));
  }
}
