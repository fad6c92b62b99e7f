import { Database } from '@app/database';
import { Injectable } from '@nestjs/common';

import { NothingFound } from '../staff.errors.ts';

export interface InvoicePage {
  readonly invoice: {
    readonly id: string;
    readonly number: string;
    readonly state: string;
    readonly stateAt: Date;
    readonly subtotalCents: number;
    readonly feeCents: number;
    readonly totalCents: number;
    readonly creditedCents: number;
    readonly issuedAt: Date;
    readonly reviewEndsAt: Date;
    readonly paidAt: Date | null;
    readonly nextAttemptAt: Date | null;
    readonly paymentIntentId: string | null;
    readonly chargeId: string | null;
    readonly clientTrusted: boolean;
    readonly holdDays: number;
    readonly clientId: string;
    readonly clientName: string;
  };
  readonly lines: readonly {
    readonly id: string;
    readonly kind: string;
    readonly contractId: string;
    readonly assistantId: string;
    readonly assistantName: string;
    readonly seconds: number | null;
    readonly rateCents: number | null;
    readonly amountCents: number;
    readonly feeCents: number;
  }[];
  readonly earnings: readonly {
    readonly id: string;
    readonly lineId: string;
    readonly state: string;
    readonly amountCents: number;
    readonly releasesAt: Date | null;
    readonly blockedReason: string | null;
    readonly holds: readonly { causeKind: string; causeId: string; reasonCode: string; until: string | null }[];
  }[];
  readonly attempts: readonly {
    readonly number: number;
    readonly state: string;
    readonly claimedAt: Date;
    readonly chargeId: string | null;
    readonly declineCode: string | null;
  }[];
  readonly disputes: readonly { id: string; number: string; state: string; openedAt: Date }[];
}

@Injectable()
export class DescribeInvoice {
  constructor(private readonly db: Database) {}

  /** Throws `NothingFound`. */
  async run(id: string): Promise<InvoicePage> {
    const [invoice] = await this.#rows<InvoicePage['invoice']>(
      `select i.id, i.number, i.state, i.state_at as "stateAt", i.subtotal_cents::float8 as "subtotalCents",
              i.fee_cents::float8 as "feeCents", i.total_cents::float8 as "totalCents", i.credited_cents::float8 as "creditedCents",
              i.issued_at as "issuedAt", i.review_ends_at as "reviewEndsAt", i.paid_at as "paidAt",
              i.next_attempt_at as "nextAttemptAt", i.payment_intent_id as "paymentIntentId", i.charge_id as "chargeId",
              i.client_trusted as "clientTrusted", i.hold_days as "holdDays", b.id as "clientId", b.name as "clientName"
         from invoice i join business b on b.id = i.client_id where i.id = $1`,
      id,
    );
    if (!invoice) throw new NothingFound('invoice');
    return {
      invoice,
      lines: await this.#rows(
        `select l.id, l.kind, l.contract_id as "contractId", a.id as "assistantId", a.name as "assistantName",
                l.seconds::float8 as seconds, l.rate_cents::int as "rateCents", l.amount_cents::float8 as "amountCents",
                l.fee_cents::float8 as "feeCents"
           from invoice_line l join account a on a.id = l.assistant_id where l.invoice_id = $1 order by l.id`,
        id,
      ),
      earnings: await this.#rows(
        `select e.id, e.line_id as "lineId", e.state, e.amount_cents::float8 as "amountCents", e.releases_at as "releasesAt",
                e.blocked_reason as "blockedReason",
                coalesce((select json_agg(json_build_object('causeKind', h.cause_kind, 'causeId', h.cause_id,
                                 'reasonCode', h.reason_code, 'until', to_char(h.until at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by h.placed_at, h.id)
                            from earning_hold h where h.earning_id = e.id and h.released_at is null), '[]') as holds
           from earning e where e.invoice_id = $1 order by e.line_id, e.part_from`,
        id,
      ),
      attempts: await this.#rows(
        `select number, state, claimed_at as "claimedAt", charge_id as "chargeId", decline_code as "declineCode"
           from charge_attempt where invoice_id = $1 order by number`,
        id,
      ),
      disputes: await this.#rows(
        `select id, number, state, opened_at as "openedAt" from dispute where invoice_id = $1 order by opened_at`,
        id,
      ),
    };
  }

  #rows<Row>(sql: string, of: string): Promise<Row[]> {
    return this.db.reader.query<Row[]>(sql, [of]);
  }
}
