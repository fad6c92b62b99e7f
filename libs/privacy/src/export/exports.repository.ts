import { Database, type Tx } from '@app/database';
import { Injectable } from '@nestjs/common';

export interface PrivacyExport {
  readonly id: string;
  readonly accountId: string;
  readonly requestedAt: Date;
  readonly partsDone: number;
  readonly partsTotal: number;
  readonly fileId: string | null;
  /** Bytes of the archive. */
  readonly size: number | null;
  readonly readyAt: Date | null;
  readonly downloadedAt: Date | null;
  readonly expiresAt: Date | null;
  readonly removedAt: Date | null;
  readonly failedAt: Date | null;
}

const COLUMNS = `
  x.id, x.account_id as "accountId", x.requested_at as "requestedAt", x.parts_done as "partsDone", x.parts_total as "partsTotal",
  x.file_id as "fileId", f.size, x.ready_at as "readyAt", x.downloaded_at as "downloadedAt", x.expires_at as "expiresAt",
  x.removed_at as "removedAt", x.failed_at as "failedAt"
  from privacy_export x left join stored_file f on f.id = x.file_id`;
const SHOWN = 10;

@Injectable()
export class Exports {
  constructor(private readonly db: Database) {}

  /** The person's own, the latest first. */
  list(accountId: string): Promise<PrivacyExport[]> {
    return this.db.reader.query(
      `select ${COLUMNS} where x.account_id = $1 order by x.requested_at desc, x.id desc limit ${SHOWN}`,
      [accountId],
    );
  }

  async find(id: string): Promise<PrivacyExport | null> {
    const [found] = await this.db.reader.query<PrivacyExport[]>(`select ${COLUMNS} where x.id = $1`, [id]);
    return found ?? null;
  }

  async askedSince(tx: Tx, accountId: string, since: Date): Promise<number> {
    const [{ count }] = await tx.query<[{ count: number }]>(
      `select count(*)::int as count from privacy_export where account_id = $1 and requested_at > $2`,
      [accountId, since],
    );
    return count;
  }

  /** False: another is under way. */
  async add(
    tx: Tx,
    { id, accountId, partsTotal, now }: { id: string; accountId: string; partsTotal: number; now: Date },
  ) {
    const added = await tx.query<unknown[]>(
      `insert into privacy_export (id, account_id, requested_at, parts_total) values ($1, $2, $3, $4)
       on conflict (account_id) where ready_at is null and failed_at is null do nothing returning id`,
      [id, accountId, now, partsTotal],
    );
    return added.length > 0;
  }

  async advance(tx: Tx, id: string, partsDone: number): Promise<void> {
    await tx.query(`update privacy_export set parts_done = $2 where id = $1 and ready_at is null`, [id, partsDone]);
  }

  /** False: it was finished by somebody else, or given up. */
  async finish(tx: Tx, id: string, fileId: string, now: Date, expiresAt: Date): Promise<boolean> {
    const [finished] = await tx.query<[unknown[], number]>(
      `update privacy_export set file_id = $2, ready_at = $3, expires_at = $4, parts_done = parts_total
        where id = $1 and ready_at is null and failed_at is null returning id`,
      [id, fileId, now, expiresAt],
    );
    return finished.length > 0;
  }

  /** The link goes out again: the one before works no more. False: there is nothing to download. */
  async setToken(tx: Tx, id: string, hash: Buffer, now: Date): Promise<boolean> {
    const [set] = await tx.query<[unknown[], number]>(
      `update privacy_export set token_hash = $2
        where id = $1 and downloaded_at is null and removed_at is null and expires_at > $3 returning id`,
      [id, hash, now],
    );
    return set.length > 0;
  }

  /** The file, or null when the token is not the one or has been used. Of parallel uses one gets it: the row's lock decides. */
  async use(tx: Tx, { id, accountId, hash, now }: { id: string; accountId: string; hash: Buffer; now: Date }) {
    const [used] = await tx.query<[{ fileId: string }[], number]>(
      `update privacy_export set downloaded_at = $4
        where id = $1 and account_id = $2 and token_hash = $3 and downloaded_at is null and removed_at is null and expires_at > $4
       returning file_id as "fileId"`,
      [id, accountId, hash, now],
    );
    return used[0]?.fileId ?? null;
  }

  /** Those whose time is over, locked. */
  lockExpired(tx: Tx, now: Date): Promise<{ id: string; fileId: string }[]> {
    return tx.query(
      `select id, file_id as "fileId" from privacy_export
        where file_id is not null and removed_at is null and expires_at <= $1 order by id for no key update`,
      [now],
    );
  }

  async removed(tx: Tx, id: string, now: Date): Promise<void> {
    await tx.query(`update privacy_export set removed_at = $2 where id = $1`, [id, now]);
  }

  /** What has been gathered for longer than it can take has failed. How many. */
  async giveUp(tx: Tx, before: Date, now: Date): Promise<number> {
    const [given] = await tx.query<[unknown[], number]>(
      `update privacy_export set failed_at = $2 where ready_at is null and failed_at is null and requested_at <= $1 returning id`,
      [before, now],
    );
    return given.length;
  }

  async nextExpiry(): Promise<{ expiresAt: Date | null; oldestOpen: Date | null }> {
    const [next] = await this.db.reader.query<[{ expiresAt: Date | null; oldestOpen: Date | null }]>(
      `select min(expires_at) filter (where file_id is not null and removed_at is null) as "expiresAt",
              min(requested_at) filter (where ready_at is null and failed_at is null) as "oldestOpen" from privacy_export`,
    );
    return next;
  }
}
