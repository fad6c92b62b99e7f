import type { DeliveredEvent } from '@app/delivery';
import { SuspensionLetters, Post } from '@app/notifications';
import { Injectable } from '@nestjs/common';

@Injectable()
export class OnAppealDeclined {
  readonly name = 'staff.on-appeal-declined';
  readonly event = 'appeal.declined';

  constructor(
    private readonly post: Post,
    private readonly letters: SuspensionLetters,
  ) {}

  async handle(event: DeliveredEvent<{ suspensionId: string }>): Promise<void> {
    await this.post.send(this.name, event, await this.letters.declined(event.payload.suspensionId));
  }
}
