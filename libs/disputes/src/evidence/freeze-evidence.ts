import { createHash } from 'node:crypto';

import type { Tx } from '@app/database';
import { Injectable } from '@nestjs/common';

import type { Dispute } from '../dispute.entity.ts';
import { canonicalJson } from './canonical-json.ts';
import { CONTRACT, DISPUTE, ENTRIES, HISTORY, INVOICE, QUESTIONS, VERSIONS, WEEK } from './evidence.queries.ts';

const PACK_VERSION = 1;

/** Gathers all that bears on a dispute as it stands when it opens, and keeps it as it is for good. */
@Injectable()
export class FreezeEvidence {
  /** The pack's SHA-256, in hexadecimal. */
  async run(tx: Tx, { id, contractId, contractWeekId, invoiceId }: Dispute, now: Date): Promise<string> {
    const content = canonicalJson({
      version: PACK_VERSION,
      frozenAt: now,
      dispute: await one(tx, DISPUTE, id),
      contract: await one(tx, CONTRACT, contractId),
      week: await one(tx, WEEK, contractWeekId),
      invoice: await one(tx, INVOICE, invoiceId, contractWeekId),
      entries: await tx.query<object[]>(ENTRIES, [contractWeekId]),
      versions: await tx.query<object[]>(VERSIONS, [contractWeekId]),
      questions: await tx.query<object[]>(QUESTIONS, [contractWeekId]),
      history: await tx.query<object[]>(HISTORY, [contractId, contractWeekId, invoiceId, id]),
    });
    const sha256 = createHash('sha256').update(content).digest('hex');
    await tx.query(`insert into evidence_pack (dispute_id, frozen_at, content, sha256) values ($1, $2, $3, $4)`, [
      id,
      now,
      content,
      sha256,
    ]);
    return sha256;
  }
}

async function one(tx: Tx, sql: string, ...parameters: string[]): Promise<object> {
  const [row] = await tx.query<object[]>(sql, parameters);
  if (!row) throw new Error(`There is no evidence at ${parameters.join(', ')}`);
  return row;
}
