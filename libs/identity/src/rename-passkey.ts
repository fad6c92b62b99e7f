import { Database } from '@app/database';
import type { User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { PasskeyNotFound } from './identity.errors.ts';
import { Passkeys } from './passkeys.repository.ts';

@Injectable()
export class RenamePasskey {
  constructor(
    private readonly db: Database,
    private readonly passkeys: Passkeys,
  ) {}

  /** Throws `PasskeyNotFound`. */
  async run(actor: User, id: string, name: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      if (!(await this.passkeys.rename(tx, actor.userId, id, name))) throw new PasskeyNotFound();
    });
  }
}
