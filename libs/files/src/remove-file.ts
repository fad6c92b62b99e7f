import type { Tx } from '@app/database';
import { Injectable } from '@nestjs/common';

@Injectable()
export class RemoveFile {
  /** Nobody can read it from now on; its bytes go with the next sweep, unless another file shares them. */
  async run(tx: Tx, id: string, now: Date): Promise<void> {
    await tx.query(`update stored_file set removed_at = $2 where id = $1 and removed_at is null`, [id, now]);
  }
}
