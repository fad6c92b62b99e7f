import type { DeliveredEvent } from '@app/delivery';
import { Post, ProviderLetters } from '@app/notifications';
import { Injectable } from '@nestjs/common';

@Injectable()
export class OnProviderLinked {
  readonly name = 'identity.on-provider-linked';
  readonly event = 'provider.linked';

  constructor(
    private readonly post: Post,
    private readonly letters: ProviderLetters,
  ) {}

  async handle(event: DeliveredEvent<{ accountId: string }>): Promise<void> {
    await this.post.send(this.name, event, await this.letters.linked(event.payload.accountId));
  }
}
