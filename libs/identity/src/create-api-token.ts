import { Audit } from '@app/audit';
import { Database } from '@app/database';
import { allow, Clock, requireStepUp, type TokenScope, type User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { Accounts } from './accounts.repository.ts';
import { TooManyApiTokens } from './api-tokens.errors.ts';
import { type ApiToken, ApiTokens } from './api-tokens.repository.ts';
import { newSecretToken } from './secret-token.ts';

/** So that whoever finds one in a log or a repository, scanners of secrets too, sees what it is. */
export const API_TOKEN_PREFIX = 'kontor_';
const MOST_A_PERSON = 20;
const DAY_MS = 24 * 3_600_000;

export interface WantedApiToken {
  readonly name: string;
  readonly scopes: readonly TokenScope[];
  /** Days after which it opens nothing any more. */
  readonly days: number;
}

/** A key for a program that acts for this person, within its scopes. */
@Injectable()
export class CreateApiToken {
  constructor(
    private readonly db: Database,
    private readonly accounts: Accounts,
    private readonly tokens: ApiTokens,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** `secret` is told here and never again: only its hash stays. Throws `step_up_required` or `TooManyApiTokens`. */
  async run(actor: User, { name, scopes, days }: WantedApiToken): Promise<{ token: ApiToken; secret: string }> {
    const now = this.clock.now();
    allow(actor.scopes === undefined, 'make a token with a token');
    requireStepUp(actor, now);

    return this.db.transaction(async (tx) => {
      await this.accounts.lock(tx, actor.userId); // Of two at once the second counts the first.
      if ((await this.tokens.countLive(tx, actor.userId, now)) >= MOST_A_PERSON)
        throw new TooManyApiTokens(MOST_A_PERSON);

      const secret = `${API_TOKEN_PREFIX}${newSecretToken()}`;
      const expiresAt = new Date(now.getTime() + days * DAY_MS);
      const distinct = [...new Set(scopes)];
      const token = await this.tokens.add(
        tx,
        secret,
        { accountId: actor.userId, name, scopes: distinct, expiresAt },
        now,
      );
      const subject = { kind: 'api_token', id: token.id };
      await this.audit.record(tx, { actor, action: 'api_token.created', subject, after: { scopes: distinct } }, now);
      return { token, secret };
    });
  }
}
