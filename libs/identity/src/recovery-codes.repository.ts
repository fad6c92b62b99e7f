import { randomBytes } from 'node:crypto';

import { Database, type Tx } from '@app/database';
import { Injectable } from '@nestjs/common';

import { hashOf } from './secret-token.ts';

const CODES = 10;
const CHARACTERS = 16;
const GROUP = /.{4}(?=.)/g;
/** Thirty-two of them, none of which looks like another. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz023456789';

/** For who has lost everything else. Each works once; only hashes stay: in 80 random bits there is nothing to guess. */
@Injectable()
export class RecoveryCodes {
  constructor(private readonly db: Database) {}

  /** Ten new ones, shown now and never again, in the place of all there were. */
  async renew(tx: Tx, accountId: string, now: Date): Promise<string[]> {
    const codes = Array.from({ length: CODES }, newCode);
    await this.removeAll(tx, accountId);
    await tx.query(`insert into recovery_code (account_id, code_hash, created_at) select $1, unnest($2::bytea[]), $3`, [
      accountId,
      codes.map(hashOfCode),
      now,
    ]);
    return codes;
  }

  async left(accountId: string): Promise<number> {
    const [left] = await this.db.reader.query<{ count: number }[]>(
      `select count(*)::int as count from recovery_code where account_id = $1 and used_at is null`,
      [accountId],
    );
    return left?.count ?? 0;
  }

  /** False: unknown or used. Of parallel uses one gets it: the row's lock decides. */
  async use(tx: Tx, accountId: string, code: string, now: Date): Promise<boolean> {
    const [used] = await tx.query<[unknown[], number]>(
      `update recovery_code set used_at = $3 where account_id = $1 and code_hash = $2 and used_at is null returning 1`,
      [accountId, hashOfCode(code), now],
    );
    return used.length > 0;
  }

  async removeAll(tx: Tx, accountId: string): Promise<void> {
    await tx.query(`delete from recovery_code where account_id = $1`, [accountId]);
  }
}

function newCode(): string {
  const characters = Array.from(randomBytes(CHARACTERS), (byte) => ALPHABET[byte % ALPHABET.length]);
  return characters.join('').replace(GROUP, '$&-');
}

/** However it was typed: in capitals, with spaces, without the dashes. */
function hashOfCode(code: string): Buffer {
  return hashOf(code.toLowerCase().replace(/[^a-z0-9]/g, ''));
}
