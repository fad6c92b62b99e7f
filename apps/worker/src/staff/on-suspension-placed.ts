import type { DeliveredEvent } from '@app/delivery';
import { SuspensionLetters, Post } from '@app/notifications';
import { Injectable } from '@nestjs/common';

@Injectable()
export class OnSuspensionPlaced {
  readonly name = 'staff.on-suspension-placed';
  readonly event = 'suspension.placed';

  constructor(
    private readonly post: Post,
    private readonly letters: SuspensionLetters,
  ) {}

  async handle(event: DeliveredEvent<{ suspensionId: string }>): Promise<void> {
    await this.post.send(this.name, event, await this.letters.placed(event.payload.suspensionId));
  }
}
