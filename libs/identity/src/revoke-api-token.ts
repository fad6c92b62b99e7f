import { Audit } from '@app/audit';
import { Database } from '@app/database';
import { Clock, type User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { ApiTokenNotFound } from './api-tokens.errors.ts';
import { ApiTokens } from './api-tokens.repository.ts';

@Injectable()
export class RevokeApiToken {
  constructor(
    private readonly db: Database,
    private readonly tokens: ApiTokens,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** It opens nothing from the next request on. Throws `ApiTokenNotFound`, also for one that is revoked already. */
  run(actor: User, id: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const now = this.clock.now();
      if (!(await this.tokens.revoke(tx, actor.userId, id, now))) throw new ApiTokenNotFound();
      await this.audit.record(tx, { actor, action: 'api_token.revoked', subject: { kind: 'api_token', id } }, now);
    });
  }
}
