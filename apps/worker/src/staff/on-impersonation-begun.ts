import type { DeliveredEvent } from '@app/delivery';
import { ImpersonationLetters, Post } from '@app/notifications';
import { Injectable } from '@nestjs/common';

@Injectable()
export class OnImpersonationBegun {
  readonly name = 'staff.on-impersonation-begun';
  readonly event = 'impersonation.begun';

  constructor(
    private readonly post: Post,
    private readonly letters: ImpersonationLetters,
  ) {}

  async handle(event: DeliveredEvent<{ impersonationId: string }>): Promise<void> {
    await this.post.send(this.name, event, await this.letters.begun(event.payload.impersonationId));
  }
}
