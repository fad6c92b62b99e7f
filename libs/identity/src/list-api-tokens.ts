import { Clock, type User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { type ApiToken, ApiTokens } from './api-tokens.repository.ts';

@Injectable()
export class ListApiTokens {
  constructor(
    private readonly tokens: ApiTokens,
    private readonly clock: Clock,
  ) {}

  /** The actor's own that open something, the newest first. */
  run(actor: User): Promise<ApiToken[]> {
    return this.tokens.live(actor.userId, this.clock.now());
  }
}
