import type { Tx } from '@app/database';
import { Injectable } from '@nestjs/common';

import { BilledLines } from './billed-lines.repository.ts';
import type { Cause } from './cause.ts';
import { EndHold } from './end-hold.ts';
import { freeEarning } from './free-earning.ts';
import { PlaceHold } from './place-hold.ts';
import { SplitEarning } from './split-earning.ts';
import { type Worth, worthOf } from './worth.ts';

export interface PartOfLine {
  readonly lineId: string;
  /** Of work; of a bonus: cents. */
  readonly seconds: number;
  readonly cause: Cause;
  readonly reasonCode?: string;
  /** null: Kontor itself. */
  readonly placedBy?: string | null;
}

export interface PartSetAside extends Worth {
  readonly earningId: string;
}

/** Holds a part of a line, and leaves the rest of it alone. */
@Injectable()
export class SetAside {
  constructor(
    private readonly lines: BilledLines,
    private readonly split: SplitEarning,
    private readonly placeHold: PlaceHold,
    private readonly endHold: EndHold,
  ) {}

  /** Only what is not released yet, and not held already. Throws `line_not_found`, `part_too_large`, `part_too_small`. */
  async part(
    tx: Tx,
    { lineId, seconds, cause, reasonCode = cause.kind, placedBy = null }: PartOfLine,
    now: Date,
  ): Promise<PartSetAside> {
    const { line } = await this.lines.lock(tx, lineId);
    const earning = await freeEarning(tx, this.lines, lineId, seconds);
    const part = await this.split.run(tx, earning, line, seconds, now);
    await this.placeHold.run(tx, { earningId: part.id, cause, reasonCode, placedBy }, now);
    return { earningId: part.id, ...worthOf(line, part.partFrom, part.partTo) };
  }

  /** The hold ends; the part is released at the later of its ordinary date and now. Nothing, for one that was given back. */
  async letGo(
    tx: Tx,
    { earningId, cause, releasedBy = null }: { earningId: string; cause: Cause; releasedBy?: string | null },
    now: Date,
  ): Promise<void> {
    await this.lines.lockOf(tx, earningId);
    if (!(await this.endHold.run(tx, { earningId, cause, releasedBy }, now))) return;
    await tx.query(PART_GOES_ON, [earningId, now]);
  }
}

/** $1 earning, $2 now. Where the week's review has ended meanwhile, the part's own ends with what held it. */
const PART_GOES_ON = `
  with ended as (
    select e.id, coalesce(e.review_ended_at, case when w.state = 'accepted' then $2::timestamptz end) as review_ended_at, i.hold_days
      from earning e join invoice i on i.id = e.invoice_id
      join invoice_line l on l.id = e.line_id left join contract_week w on w.id = l.contract_week_id
     where e.id = $1
  )
  update earning e
     set review_ended_at = ended.review_ended_at,
         releases_at = case when e.paid_at is not null and ended.review_ended_at is not null
                            then greatest(greatest(e.paid_at, ended.review_ended_at) + make_interval(days => ended.hold_days), $2) end
    from ended where e.id = ended.id and e.state = 'held'`;
