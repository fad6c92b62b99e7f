import { Clock, type User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { ApiTokens } from './api-tokens.repository.ts';

@Injectable()
export class RecogniseApiToken {
  constructor(
    private readonly tokens: ApiTokens,
    private readonly clock: Clock,
  ) {}

  /** Turns what a program shows into for whom it asks, with the scopes it has; null when it opens nothing. */
  run(token: string): Promise<User | null> {
    return this.tokens.recognise(token, this.clock.now());
  }
}
