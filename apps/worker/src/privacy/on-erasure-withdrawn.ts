import type { DeliveredEvent } from '@app/delivery';
import { Post, PrivacyLetters } from '@app/notifications';
import { Injectable } from '@nestjs/common';

@Injectable()
export class OnErasureWithdrawn {
  readonly name = 'privacy.on-erasure-withdrawn';
  readonly event = 'erasure.withdrawn';

  constructor(
    private readonly post: Post,
    private readonly letters: PrivacyLetters,
  ) {}

  async handle(event: DeliveredEvent<{ erasureId: string }>): Promise<void> {
    await this.post.send(this.name, event, await this.letters.erasureWithdrawn(event.payload.erasureId));
  }
}
