import { Database } from '@app/database';
import { Clock, type User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { type Erasure, Erasures } from './erasures.repository.ts';
import { type Obstacle, obstaclesOf } from './obstacles.ts';

@Injectable()
export class ViewErasure {
  constructor(
    private readonly db: Database,
    private readonly erasures: Erasures,
    private readonly clock: Clock,
  ) {}

  /** The one that waits for its day, and what stands in the way today. */
  async run(actor: User): Promise<{ erasure: Erasure | null; obstacles: Obstacle[] }> {
    const [erasure, obstacles] = await Promise.all([
      this.erasures.open(actor.userId),
      obstaclesOf(this.db.reader, actor.userId, this.clock.now()),
    ]);
    return { erasure, obstacles };
  }
}
