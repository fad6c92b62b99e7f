import { Database } from '@app/database';
import { Injectable } from '@nestjs/common';

import type { Dispute } from './dispute.entity.ts';
import { DISPUTES } from './describe-disputes.queries.ts';

export interface Party {
  readonly id: string;
  readonly name: string;
}

export interface WorthCents {
  readonly amountCents: number;
  readonly feeCents: number;
}

/** What everybody reads of a dispute beside its own row. */
export interface DisputeFacts {
  readonly client: Party;
  readonly assistant: Party;
  readonly title: string;
  readonly weekStart: Date;
  readonly weekEnd: Date;
  readonly zone: string;
  readonly seconds: number;
  readonly disputed: WorthCents;
  readonly refunded: WorthCents | null;
  /** An offer was made, and not answered. */
  readonly offerStands: boolean;
  /** A decision waits for its second signature. */
  readonly awaitsSecond: boolean;
  readonly claimedBy: Party | null;
}

export interface DescribedDispute extends DisputeFacts {
  readonly dispute: Dispute;
}

type Row = DisputeFacts & { readonly id: string };

@Injectable()
export class DescribeDisputes {
  constructor(private readonly db: Database) {}

  /** In the order given. */
  async run(disputes: readonly Dispute[]): Promise<DescribedDispute[]> {
    const rows = await this.db.reader.query<Row[]>(DISPUTES, [disputes.map(({ id }) => id)]);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return disputes.flatMap((dispute) => {
      const facts = byId.get(dispute.id);
      return facts ? [{ ...facts, dispute }] : [];
    });
  }

  async one(dispute: Dispute): Promise<DescribedDispute> {
    const [described] = await this.run([dispute]);
    if (!described) throw new Error(`Dispute ${dispute.id} is not stored`);
    return described;
  }
}
