import type { Tx } from '@app/database';
import { Injectable } from '@nestjs/common';

import { ApiTokens } from './api-tokens.repository.ts';
import { KnownBrowsers } from './known-browsers.repository.ts';
import { Sessions } from './sessions.repository.ts';

/** A person may not sign in, or may again. */
@Injectable()
export class CloseAccountDoors {
  constructor(
    private readonly sessions: Sessions,
    private readonly tokens: ApiTokens,
    private readonly browsers: KnownBrowsers,
  ) {}

  /** Sessions and tokens are dead from this instant, for good: whoever comes back signs in anew. */
  async close(tx: Tx, accountId: string, now: Date): Promise<void> {
    await tx.query(`update account set suspended_at = coalesce(suspended_at, $2) where id = $1`, [accountId, now]);
    await this.sessions.endAll(tx, accountId, now);
    await this.tokens.revokeAll(tx, accountId, now);
    await this.browsers.forgetAll(tx, accountId);
  }

  async open(tx: Tx, accountId: string): Promise<void> {
    await tx.query(`update account set suspended_at = null where id = $1`, [accountId]);
  }
}
