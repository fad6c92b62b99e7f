import { Database } from '@app/database';
import { Injectable } from '@nestjs/common';

const AT_MOST = 200;

export interface AuditRecord {
  readonly id: string;
  readonly actorKind: 'user' | 'staff' | 'system';
  readonly actorId: string | null;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly before: object | null;
  readonly after: object | null;
  readonly reason: string | null;
  readonly at: Date;
}

const COLUMNS = `id, actor_kind as "actorKind", actor_id as "actorId", action, subject_kind as "subjectKind",
  subject_id as "subjectId", before, after, reason, at`;

/** The audit, to be read. */
@Injectable()
export class AuditTrail {
  constructor(private readonly db: Database) {}

  /** What was done to it, the latest first. `before`: the id of the last one read, to read on. */
  of(subject: { kind: string; id: string }, before?: string): Promise<AuditRecord[]> {
    return this.db.reader.query(
      `select ${COLUMNS} from audit_entry where subject_kind = $1 and subject_id = $2 and ($3::bigint is null or id < $3)
        order by id desc limit ${AT_MOST}`,
      [subject.kind, subject.id, before ?? null],
    );
  }

  /** What this person did, the latest first. */
  by(actorId: string, before?: string): Promise<AuditRecord[]> {
    return this.db.reader.query(
      `select ${COLUMNS} from audit_entry where actor_id = $1 and ($2::bigint is null or id < $2)
        order by id desc limit ${AT_MOST}`,
      [actorId, before ?? null],
    );
  }
}
