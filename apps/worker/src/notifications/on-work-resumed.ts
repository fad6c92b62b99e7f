import type { DeliveredEvent } from '@app/delivery';
import type { WorkResumed } from '@app/billing';
import { WorkLetters, Post } from '@app/notifications';
import { Injectable } from '@nestjs/common';

import type { Handler } from '../worker.module.ts';

@Injectable()
export class OnWorkResumed implements Handler {
  readonly name = 'notifications.on-work-resumed';
  readonly event = 'work.resumed';

  constructor(
    private readonly letters: WorkLetters,
    private readonly post: Post,
  ) {}

  async handle(event: DeliveredEvent<WorkResumed['payload']>): Promise<void> {
    await this.post.send(this.name, event, await this.letters.resumed(event.payload.clientId));
  }
}
