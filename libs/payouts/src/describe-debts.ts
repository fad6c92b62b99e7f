import { Database } from '@app/database';
import type { User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

/** What an assistant owes, why, and how it is being paid. Amounts in cents. */
export interface DescribedDebt {
  readonly id: string;
  readonly clientId: string;
  readonly clientName: string;
  readonly invoiceNumber: string;
  readonly title: string;
  readonly causeKind: 'dispute' | 'chargeback' | 'staff' | 'query' | 'assistant';
  readonly causeId: string;
  readonly amountCents: number;
  readonly reversedCents: number;
  readonly recoveredCents: number;
  readonly writtenOffCents: number;
  readonly leftCents: number;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  readonly taken: readonly { at: Date; amountCents: number; by: 'reversal' | 'transfer' }[];
}

/** For staff: whose it is, and what Stripe refused. */
export interface StuckDebt extends DescribedDebt {
  readonly assistantId: string;
  readonly assistantName: string;
  readonly refused: { at: Date; code: string; amountCents: number } | null;
}

@Injectable()
export class DescribeDebts {
  constructor(private readonly db: Database) {}

  /** The person's own, those that are open first. */
  list(actor: User): Promise<DescribedDebt[]> {
    return this.db.reader.query<DescribedDebt[]>(`${DEBTS} where d.assistant_id = $1 ${IN_ORDER}`, [actor.userId]);
  }

  /** Everybody's that are open: the caller has shown to be staff. */
  open(): Promise<StuckDebt[]> {
    return this.db.reader.query<StuckDebt[]>(`${DEBTS} where d.closed_at is null ${IN_ORDER}`);
  }
}

const IN_ORDER = `order by d.closed_at is not null, d.opened_at desc, d.id`;

const DEBTS = `
  select d.id, d.client_id as "clientId", b.name as "clientName", i.number as "invoiceNumber", c.title,
         d.assistant_id as "assistantId", a.name as "assistantName",
         d.cause_kind as "causeKind", d.cause_id as "causeId", d.amount_cents::int as "amountCents",
         d.reversed_cents::int as "reversedCents", d.recovered_cents::int as "recoveredCents",
         d.written_off_cents::int as "writtenOffCents",
         (d.amount_cents - d.reversed_cents - d.recovered_cents - d.written_off_cents)::int as "leftCents",
         d.opened_at as "openedAt", d.closed_at as "closedAt",
         coalesce((select json_agg(json_build_object('at', taken.at, 'amountCents', taken.cents, 'by', taken.by) order by taken.at)
            from (select v.state_at as at, v.amount_cents as cents, 'reversal' as by
                    from transfer_reversal v where v.debt_id = d.id and v.state = 'sent'
                  union all
                  select t.state_at, r.amount_cents, 'transfer'
                    from debt_recovery r join transfer t on t.id = r.transfer_id
                   where r.debt_id = d.id and t.state = 'sent') taken), '[]') as taken,
         (select json_build_object('at', v.state_at, 'code', v.failure, 'amountCents', v.amount_cents)
            from transfer_reversal v where v.debt_id = d.id and v.state = 'refused' order by v.state_at desc limit 1) as refused
    from assistant_debt d
    join business b on b.id = d.client_id
    join account a on a.id = d.assistant_id
    join invoice i on i.id = d.invoice_id
    join invoice_line l on l.id = d.line_id
    join contract c on c.id = l.contract_id`;
