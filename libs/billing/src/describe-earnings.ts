import { Database } from '@app/database';
import { Clock, type User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { dateAndReason, type DateAndReason, type DatedEarning, type DatedInvoice } from './earning.says.ts';
import type { HoldCauseKind } from './giving-back/cause.ts';
import { REFUND_WITHIN_DAYS } from './giving-back/own-line.ts';
import { GIVEN_UP_AT, type UnpaidFacts, type UnpaidStep, unpaidStep } from './unpaid-step.ts';

/** An earning as its assistant reads it: how much, of whom, and when and why. */
export interface DescribedEarning extends DateAndReason {
  readonly id: string;
  readonly clientId: string;
  readonly clientName: string;
  readonly weekStart: Date;
  readonly weekEnd: Date;
  readonly zone: string;
  readonly amountCents: number;
  readonly state: DatedEarning['state'];
  readonly lineId: string;
  /** Seconds of work that it is for; null for a bonus. */
  readonly seconds: number | null;
  /** The word that came with a bonus; empty when none did, null for work. */
  readonly bonusNote: string | null;
  /** Of it, in cents: what went back after it was sent, or is about to. */
  readonly givenBackCents: number;
  /** Until when it may be given back. */
  readonly refundableUntil: Date;
  /** A dispute, a chargeback or support keeps it where it is. */
  readonly heldBy: readonly HoldCauseKind[];
  readonly contractId: string;
  readonly contractEnded: boolean;
  /** How its payment stands while a charge of it has failed; null otherwise. */
  readonly unpaid: UnpaidStep | null;
}

type Row = Omit<DescribedEarning, keyof DateAndReason | 'unpaid'> &
  UnpaidFacts &
  Omit<DatedEarning, 'state'> &
  Omit<DatedInvoice, 'state'> & { readonly invoiceState: DatedInvoice['state'] };

@Injectable()
export class DescribeEarnings {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** The person's own, the latest week first. */
  async list(actor: User): Promise<DescribedEarning[]> {
    const now = this.clock.now();
    const rows = await this.db.reader.query<Row[]>(EARNINGS, [actor.userId]);
    return rows.map((row) => ({
      ...row,
      ...dateAndReason(row, { ...row, state: row.invoiceState }, now),
      unpaid: unpaidStep({ ...row, state: row.invoiceState }),
    }));
  }
}

/** Only what has been invoiced: a week that is still being worked has no earning yet. */
const EARNINGS = `
  select e.id, e.client_id as "clientId", b.name as "clientName",
         lower(w.during) as "weekStart", upper(w.during) as "weekEnd", w.zone, e.amount_cents::int as "amountCents",
         e.state, e.state_at as "stateAt", e.review_ended_at as "reviewEndedAt", e.releases_at as "releasesAt",
         e.blocked_reason as "blockedReason", i.state as "invoiceState", i.review_ends_at as "reviewEndsAt",
         i.hold_days as "holdDays", i.next_attempt_at as "nextAttemptAt",
         i.wants, i.failed_at as "failedAt", i.unpaid_outcome as "unpaidOutcome", ${GIVEN_UP_AT} as "givenUpAt",
         (select s.billing_hold_at from client_standing s where s.client_id = e.client_id) as "suspendedAt",
         l.contract_id as "contractId", l.id as "lineId",
         case when l.kind <> 'bonus' then (e.part_to - e.part_from)::int end as seconds,
         (select bonus.note from bonus where bonus.line_id = l.id) as "bonusNote",
         (select coalesce(sum(g.amount_cents), 0)::int from give_back g
           where g.earning_id = e.id and g.state <> 'dropped' and g.carried_by = 'assistant') as "givenBackCents",
         i.issued_at + make_interval(days => ${REFUND_WITHIN_DAYS}) as "refundableUntil",
         array(select distinct h.cause_kind from earning_hold h where h.earning_id = e.id and h.released_at is null order by 1) as "heldBy",
         exists (select from contract c where c.id = l.contract_id and c.state = 'ended') as "contractEnded"
    from earning e
    join invoice i on i.id = e.invoice_id
    join business b on b.id = e.client_id
    join invoice_line l on l.id = e.line_id
    left join contract_week cw on cw.id = l.contract_week_id
    join client_week w on w.id = coalesce(cw.client_week_id, i.client_week_id)
   where e.assistant_id = $1
   order by w.during desc, e.id desc`;
