import type { Tx } from '@app/database';

const KEY = 'files.content';

/**
 * Held until the transaction ends: shared by those who write bytes and then the row that names them, alone by the one
 * who removes bytes that no row names. Without, bytes could go between the two.
 */
export async function lockContent(tx: Tx, how: 'shared' | 'alone'): Promise<void> {
  const lock = how === 'shared' ? 'pg_advisory_xact_lock_shared' : 'pg_advisory_xact_lock';
  await tx.query(`select ${lock}(hashtext($1))`, [KEY]);
}
