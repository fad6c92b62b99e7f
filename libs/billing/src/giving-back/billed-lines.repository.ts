import type { Tx } from '@app/database';
import { Money } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';

import { Earning } from '../earning.entity.ts';
import type { EarningState } from '../earning.state.ts';
import { Invoice } from '../invoice.entity.ts';
import { LineNotFound } from './giving-back.errors.ts';
import type { Priced } from './worth.ts';

/** A line as it was billed. */
export interface BilledLine extends Priced {
  readonly id: string;
  readonly kind: 'time' | 'late_time' | 'bonus';
  readonly contractId: string;
  /** null for a bonus. */
  readonly weekId: string | null;
  readonly clientId: string;
  readonly assistantId: string;
}

interface LineRow extends Omit<BilledLine, 'rate'> {
  readonly invoiceId: string;
  readonly rateCents: number | null;
}

/** A line with its invoice, whose row is locked: first of all, before any earning, so that nobody waits in a circle. */
export interface LockedLine {
  readonly line: BilledLine;
  readonly invoice: Invoice;
}

const lock = { mode: 'for_no_key_update' } as const;

@Injectable()
export class BilledLines {
  /** Throws `LineNotFound`. */
  async lock(tx: Tx, lineId: string): Promise<LockedLine> {
    const [row] = await tx.query<LineRow[]>(
      `select id, kind, contract_id as "contractId", contract_week_id as "weekId", client_id as "clientId",
              assistant_id as "assistantId", invoice_id as "invoiceId", rate_cents::int as "rateCents", fee_bp as "feeBp"
         from invoice_line where id = $1`,
      [lineId],
    );
    if (!row) throw new LineNotFound(lineId);
    const { invoiceId, rateCents, ...rest } = row;
    const invoice = await tx.findOneOrFail(Invoice, { where: { id: invoiceId }, lock });
    return { line: { ...rest, rate: rateCents === null ? null : Money.usd(rateCents) }, invoice };
  }

  /** The same, by one of the line's earnings. */
  async lockOf(tx: Tx, earningId: string): Promise<LockedLine> {
    const { lineId } = await tx.findOneByOrFail(Earning, { id: earningId });
    return this.lock(tx, lineId);
  }

  /** Locked too; the whole of the line that is left first, then its parts. */
  async earnings(tx: Tx, lineId: string): Promise<Earning[]> {
    const state: EarningState[] = ['cancelled', 'unpaid', 'reversed'];
    const earnings = await tx.find(Earning, {
      where: { lineId, state: Not(In(state)), returnsDebtId: IsNull() },
      order: { id: 'ASC' },
      lock,
    });
    return earnings.toSorted((a, b) => Number(a.parentId !== null) - Number(b.parentId !== null));
  }

  earning(tx: Tx, id: string): Promise<Earning> {
    return tx.findOneOrFail(Earning, { where: { id }, lock });
  }

  /** Up to where the earning has not been given back. A decision that waits counts: it takes what it takes. */
  async freeUpTo(tx: Tx, { id, partFrom, partTo }: Earning): Promise<number> {
    const [{ given }] = await tx.query<[{ given: string | null }]>(
      `select min(part_from) as given from give_back where earning_id = $1 and state <> 'dropped'`,
      [id],
    );
    return given === null ? partTo : Math.max(partFrom, Number(given));
  }

  /**
   * What of the line, fee included, its client has not got back: neither by a decision nor by their bank, which took it
   * for good (J16; what a lost chargeback took out of a refund is that refund's, J13).
   */
  async leftWithUs(tx: Tx, lineId: string): Promise<Money> {
    const [{ cents }] = await tx.query<[{ cents: string }]>(
      `select l.amount_cents + l.fee_cents
              - coalesce((select sum(g.amount_cents + g.fee_cents) from give_back g
                           where g.line_id = l.id and g.state <> 'dropped'), 0)
              - coalesce((select sum(p.amount_cents) from posting p join journal j on j.id = p.journal_id
                           where p.line_id = l.id and j.kind = 'J16'), 0) as cents
         from invoice_line l where l.id = $1`,
      [lineId],
    );
    return Money.usd(Number(cents));
  }

  /** Whether anything of the line is held because of a dispute. */
  async inDispute(tx: Tx, weekId: string): Promise<boolean> {
    const [{ held }] = await tx.query<[{ held: boolean }]>(
      `select exists (select from earning e join invoice_line l on l.id = e.line_id
                        join earning_hold h on h.earning_id = e.id
                       where l.contract_week_id = $1 and h.cause_kind = 'dispute' and h.released_at is null) as held`,
      [weekId],
    );
    return held;
  }
}
