import { Database } from '@app/database';
import { Injectable } from '@nestjs/common';

import type { Party, WorthCents } from './describe-disputes.ts';
import { DECISIONS, LINES, OFFER, STATEMENTS } from './describe-disputes.queries.ts';
import type { Side } from './dispute.policy.ts';
import type { Verdict } from './dispute-rules.ts';
import type { CarriedBy } from './refund-parts.ts';

export interface DetailedLine {
  readonly id: string;
  readonly entryId: string;
  readonly start: Date;
  readonly end: Date;
  readonly note: string;
  readonly entrySeconds: number;
  readonly seconds: number;
}

export interface DetailedOffer extends WorthCents {
  readonly at: Date;
  readonly state: 'standing' | 'taken' | 'declined';
  readonly lines: { lineId: string; refundSeconds: number }[];
}

export interface DetailedStatement {
  readonly id: string;
  readonly side: Side;
  readonly by: Party | null;
  readonly at: Date;
  readonly kind: 'opening' | 'answer' | 'offer' | 'statement' | 'appeal' | 'file';
  readonly text: string;
  readonly file: { id: string; name: string; type: string; size: number; sha256: string } | null;
}

export interface DetailedDecision {
  readonly id: string;
  readonly round: number;
  readonly decidedAt: Date | null;
  readonly carriedBy: CarriedBy;
  readonly needsSecond: boolean;
  readonly version: string;
  readonly proposedAt: Date;
  readonly proposedBy: Party;
  readonly paid: WorthCents;
  readonly refunded: WorthCents;
  readonly captured: boolean;
  readonly lines: { lineId: string; verdict: Verdict; refundSeconds: number; ruleId: string; reason: string }[];
}

export interface DisputeInDetail {
  readonly lines: readonly DetailedLine[];
  readonly offer: DetailedOffer | null;
  readonly statements: readonly DetailedStatement[];
  readonly decisions: readonly DetailedDecision[];
  readonly evidence: { readonly sha256: string; readonly frozenAt: Date };
}

/** All of one dispute. The caller was allowed to read it. */
@Injectable()
export class DisputeDetails {
  constructor(private readonly db: Database) {}

  /** `proposals`: for staff, also what waits for a second signature. */
  async of(disputeId: string, { proposals }: { proposals: boolean }): Promise<DisputeInDetail> {
    const from = this.db.reader;
    const [offer] = await from.query<DetailedOffer[]>(OFFER, [disputeId]);
    const [evidence] = await from.query<[DisputeInDetail['evidence']]>(
      `select sha256, frozen_at as "frozenAt" from evidence_pack where dispute_id = $1`,
      [disputeId],
    );
    return {
      lines: await from.query<DetailedLine[]>(LINES, [disputeId]),
      offer: offer ?? null,
      statements: await from.query<DetailedStatement[]>(STATEMENTS, [disputeId]),
      decisions: await from.query<DetailedDecision[]>(DECISIONS, [disputeId, proposals]),
      evidence,
    };
  }

  /** Whether somebody added this file to this dispute. */
  async hasFile(disputeId: string, fileId: string): Promise<boolean> {
    const [{ has }] = await this.db.reader.query<[{ has: boolean }]>(
      `select exists (select from dispute_statement where dispute_id = $1 and file_id = $2) as has`,
      [disputeId, fileId],
    );
    return has;
  }
}
