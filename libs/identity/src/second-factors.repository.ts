import type { Tx } from '@app/database';
import { Injectable } from '@nestjs/common';

export type SecondFactor = 'totp' | 'recovery_code' | 'passkey';

interface Enrolled {
  totp: boolean;
  recovery_code: boolean;
  passkey: boolean;
}

/** What people can show beside the password. */
@Injectable()
export class SecondFactors {
  /**
   * What a password alone does not do without, any one of it. Empty until they turn on an authenticator app: a passkey
   * is another way in and asks nothing of the password, for it can be lost, and then there are no recovery codes.
   */
  async wantedAtSignIn(tx: Tx, accountId: string): Promise<SecondFactor[]> {
    const [enrolled] = await tx.query<Enrolled[]>(
      `select exists (select from totp where account_id = $1 and confirmed_at is not null) as totp,
              exists (select from recovery_code where account_id = $1 and used_at is null) as recovery_code,
              exists (select from passkey where account_id = $1) as passkey`,
      [accountId],
    );
    if (!enrolled?.totp) return [];
    return (['totp', 'recovery_code', 'passkey'] as const).filter((factor) => enrolled[factor]);
  }

  /** Once the last one is gone, no session has shown one: what was shown was not theirs alone, or is lost. */
  async forgetShown(tx: Tx, accountId: string): Promise<void> {
    await tx.query(
      `update session set second_factor_at = null
        where account_id = $1 and second_factor_at is not null
          and not exists (select from totp where account_id = $1 and confirmed_at is not null)
          and not exists (select from passkey where account_id = $1)`,
      [accountId],
    );
  }
}
