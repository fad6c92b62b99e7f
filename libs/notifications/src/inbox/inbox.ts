import { Database, type Tx } from '@app/database';
import type { DeliveredEvent } from '@app/delivery';
import { Clock, type User } from '@app/kernel';
import type { NoticeKind } from '@app/wire/notifications';
import { Injectable } from '@nestjs/common';

import type { NoticeLine } from './notice-line.ts';

const SHOWN = 50;

export interface Notice {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly facts: Readonly<Record<string, string | number | null>>;
  readonly link: string;
  readonly toldAt: Date;
  readonly readAt: Date | null;
}

/** What people are told in the app: a row a person and fact. */
@Injectable()
export class Inbox {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Tells everybody whom the line finds, in one statement. The accounts that were told. */
  async tell(tx: Tx, { kind, rows }: NoticeLine, event: DeliveredEvent): Promise<string[]> {
    const told = await tx.query<{ accountId: string }[]>(
      `insert into notice (id, account_id, event_id, kind, facts, link, told_at)
       select uuidv7(), found.account_id, $2, $3, found.facts, found.link, $4 from (${rows}) found
       on conflict do nothing returning account_id as "accountId"`,
      [JSON.stringify(event.payload), event.id, kind, event.occurredAt],
    );
    return told.map(({ accountId }) => accountId);
  }

  /** The person's own, the latest first. */
  latest(actor: User): Promise<Notice[]> {
    return this.db.reader.query(
      `select id, kind, facts, link, told_at as "toldAt", read_at as "readAt" from notice
        where account_id = $1 order by told_at desc, id desc limit $2`,
      [actor.userId, SHOWN],
    );
  }

  async unread(actor: User): Promise<number> {
    const [{ count }] = await this.db.reader.query<[{ count: number }]>(
      `select count(*)::int as count from notice where account_id = $1 and read_at is null`,
      [actor.userId],
    );
    return count;
  }

  /** Marks this one and all before it as read. One that is somebody else's marks nothing. */
  async read(actor: User, upTo: string): Promise<void> {
    await this.db.transaction((tx) =>
      tx.query(
        `update notice set read_at = $3
          where account_id = $1 and read_at is null
            and (told_at, id) <= (select told_at, id from notice where id = $2 and account_id = $1)`,
        [actor.userId, upTo, this.clock.now()],
      ),
    );
  }
}
