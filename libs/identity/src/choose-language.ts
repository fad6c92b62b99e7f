import { Database } from '@app/database';
import type { User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import type { Language } from './account.entity.ts';
import { Accounts } from './accounts.repository.ts';

@Injectable()
export class ChooseLanguage {
  constructor(
    private readonly db: Database,
    private readonly accounts: Accounts,
  ) {}

  /** From now on, on every device that the person signs in on. */
  run(actor: User, language: Language): Promise<void> {
    return this.db.transaction(async (tx) => {
      const account = await this.accounts.lock(tx, actor.userId);
      account.speak(language);
      await this.accounts.save(tx, account);
    });
  }
}
