import { Database } from '@app/database';
import { type Actor, actsFor } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';

import { BusinessNotFound } from './billing.errors.ts';
import { SavedCard } from './saved-card.entity.ts';

@Injectable()
export class SavedCards {
  constructor(private readonly db: Database) {}

  /** The default first, then the newest. */
  async list(actor: Actor, clientId: string): Promise<SavedCard[]> {
    if (!actsFor(actor, clientId)) throw new BusinessNotFound(clientId);
    return this.db.reader.find(SavedCard, {
      where: { clientId, removedAt: IsNull() },
      order: { isDefault: 'DESC', savedAt: 'DESC' },
    });
  }
}
