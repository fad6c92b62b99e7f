import { Audit } from '@app/audit';
import { Database, refusalOf, type Tx } from '@app/database';
import { Clock, type Staff } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { NothingFound, OnlyTheFuture, TakenAlready } from '../staff.errors.ts';

const UNIQUE = '23505';
const FOREIGN_KEY = '23503';

export interface TaxonomyWord {
  readonly kind: 'specialty' | 'tool';
  readonly code: string;
  readonly name: string;
  /** Of a tool: the specialty under which it stands. */
  readonly specialty: string | null;
  readonly offeredFrom: Date;
  /** From then on nobody can choose it any more; whoever had chosen it keeps it. */
  readonly retiredFrom: Date | null;
}

export type NewWord = Omit<TaxonomyWord, 'retiredFrom'>;

/** Specialties and tools, each from a date on. None is ever renamed or taken away: what people chose stays what it was. */
@Injectable()
export class TaxonomyWords {
  constructor(
    private readonly db: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  list(): Promise<TaxonomyWord[]> {
    return this.db.reader.query(
      `select 'specialty' as kind, code, name, null as specialty, offered_from as "offeredFrom", retired_from as "retiredFrom"
         from specialty
       union all
       select 'tool', code, name, specialty, offered_from, retired_from from tool order by 1, 3`,
    );
  }

  /** Throws `OnlyTheFuture`, `TakenAlready`, or `NothingFound` for an unknown specialty. */
  async add(actor: Staff, word: NewWord): Promise<void> {
    await this.db.transaction(async (tx) => {
      const now = this.clock.now();
      if (word.offeredFrom <= now) throw new OnlyTheFuture('offeredFrom');
      await this.#insert(tx, word);
      const subject = { kind: word.kind, id: word.code };
      await this.audit.record(tx, { actor, action: 'taxonomy.added', subject, after: { ...word } }, now);
    });
  }

  /** Throws `OnlyTheFuture`, or `NothingFound` when it is unknown or retired already. */
  async retire(actor: Staff, { kind, code }: Pick<TaxonomyWord, 'kind' | 'code'>, from: Date): Promise<void> {
    await this.db.transaction(async (tx) => {
      const now = this.clock.now();
      if (from <= now) throw new OnlyTheFuture('retiredFrom');
      const [retired] = await tx.query<[unknown[], number]>(
        `update ${kind === 'specialty' ? 'specialty' : 'tool'} set retired_from = $2
          where code = $1 and offered_from < $2 and (retired_from is null or retired_from > $3) returning code`,
        [code, from, now],
      );
      if (retired.length === 0) throw new NothingFound(kind);
      const after = { retiredFrom: from };
      await this.audit.record(tx, { actor, action: 'taxonomy.retired', subject: { kind, id: code }, after }, now);
    });
  }

  async #insert(tx: Tx, { kind, code, name, specialty, offeredFrom }: NewWord): Promise<void> {
    try {
      if (kind === 'specialty') {
        await tx.query(
          `insert into specialty (code, name, position, offered_from)
           select $1, $2, max(position) + 1, $3 from specialty`,
          [code, name, offeredFrom],
        );
      } else {
        const values = [code, name, specialty, offeredFrom];
        await tx.query(`insert into tool (code, name, specialty, offered_from) values ($1, $2, $3, $4)`, values);
      }
    } catch (error) {
      const refusal = refusalOf(error)?.code;
      if (refusal === UNIQUE) throw new TakenAlready(kind);
      throw refusal === FOREIGN_KEY ? new NothingFound('specialty') : error;
    }
  }
}
