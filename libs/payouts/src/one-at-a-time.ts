import { Database } from '@app/database';
import { Injectable } from '@nestjs/common';

/** Any number, as long as nothing else in the database locks the same one. */
const SENDER_LOCK = 7_206_002;

/**
 * Of all workers one sends transfers. Two that sent the same one at once could be told different things: the first
 * that it was refused, the second that it went through.
 */
@Injectable()
export class OneAtATime {
  constructor(private readonly db: Database) {}

  /** Does the work, or nothing (null) while another does it. A sender that dies lets go with its connection. */
  async run<Result>(work: () => Promise<Result>): Promise<Result | null> {
    const connection = this.db.reader.dataSource.createQueryRunner();
    try {
      const [lock] = (await connection.query('select pg_try_advisory_lock($1) as mine', [SENDER_LOCK])) as [
        { mine: boolean },
      ];
      if (!lock.mine) return null;
      try {
        return await work();
      } finally {
        await connection.query('select pg_advisory_unlock($1)', [SENDER_LOCK]);
      }
    } finally {
      await connection.release();
    }
  }
}
