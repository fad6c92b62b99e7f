import type { DeliveredEvent } from '@app/delivery';
import type { WorkSuspended } from '@app/billing';
import { WorkLetters, Post } from '@app/notifications';
import { Injectable } from '@nestjs/common';

import type { Handler } from '../worker.module.ts';

@Injectable()
export class OnWorkSuspended implements Handler {
  readonly name = 'notifications.on-work-suspended';
  readonly event = 'work.suspended';

  constructor(
    private readonly letters: WorkLetters,
    private readonly post: Post,
  ) {}

  async handle(event: DeliveredEvent<WorkSuspended['payload']>): Promise<void> {
    const { clientId, cause } = event.payload;
    await this.post.send(this.name, event, await this.letters.suspended(clientId, cause));
  }
}
