import { randomBytes } from 'node:crypto';

import type { Tx } from '@app/database';
import { Injectable } from '@nestjs/common';

import { hashOf } from './secret-token.ts';

const BYTES = 32;
const LIFETIME_MS = 10 * 60_000;
/** Rows of nobody's interest any more that each new one takes away: the table stays as small as its traffic. */
const FORGOTTEN_A_TIME = 10;

export type ChallengePurpose = 'register' | 'sign_in' | 'step_up';

/** What a passkey has to sign, each once. */
@Injectable()
export class Challenges {
  /** Null `accountId`: for whoever's passkey answers. */
  async make(tx: Tx, purpose: ChallengePurpose, accountId: string | null, now: Date): Promise<Uint8Array<ArrayBuffer>> {
    const challenge = new Uint8Array(randomBytes(BYTES));
    await tx.query(
      `with forgotten as (
         delete from webauthn_challenge where challenge_hash in (
           select challenge_hash from webauthn_challenge where expires_at <= $4
            order by expires_at limit ${FORGOTTEN_A_TIME} for update skip locked)
       )
       insert into webauthn_challenge (challenge_hash, purpose, account_id, created_at, expires_at)
       values ($1, $2, $3, $4, $5)`,
      [hashOf(textOf(challenge)), purpose, accountId, now, new Date(now.getTime() + LIFETIME_MS)],
    );
    return challenge;
  }

  /** `challenge` as a passkey's answer writes it. False: another's, for something else, used or too old. */
  async use(
    tx: Tx,
    challenge: string,
    purpose: ChallengePurpose,
    accountId: string | null,
    now: Date,
  ): Promise<boolean> {
    const [used] = await tx.query<[unknown[], number]>(
      `update webauthn_challenge set used_at = $4
        where challenge_hash = $1 and purpose = $2 and account_id is not distinct from $3
          and used_at is null and expires_at > $4 returning 1`,
      [hashOf(challenge), purpose, accountId, now],
    );
    return used.length > 0;
  }
}

function textOf(challenge: Uint8Array): string {
  return Buffer.from(challenge).toString('base64url');
}
