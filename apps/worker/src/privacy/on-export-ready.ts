import type { DeliveredEvent } from '@app/delivery';
import { Post, PrivacyLetters } from '@app/notifications';
import { Injectable } from '@nestjs/common';

@Injectable()
export class OnExportReady {
  readonly name = 'privacy.on-export-ready';
  readonly event = 'export.ready';

  constructor(
    private readonly post: Post,
    private readonly letters: PrivacyLetters,
  ) {}

  async handle(event: DeliveredEvent<{ exportId: string }>): Promise<void> {
    await this.post.send(this.name, event, await this.letters.exportReady(event.payload.exportId));
  }
}
