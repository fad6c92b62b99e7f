import { Database } from '@app/database';
import { Injectable } from '@nestjs/common';

import { HAPPENINGS } from './contract-history.queries.ts';
import type { Contract } from './contract.entity.ts';

type Kind = 'offered' | 'accepted' | 'declined' | 'withdrawn' | 'expired' | 'paused' | 'resumed' | 'ended';
type Side = 'client' | 'assistant' | 'kontor';

/** Something that became of a contract. Its terms are those of the offer: nothing changes them. */
export interface ContractHappening {
  readonly kind: Kind;
  readonly at: Date;
  /** Whose doing it was; `kontor` when neither party's. */
  readonly side: Side;
  /** The person; null where it is not kept who of a business it was. */
  readonly name: string | null;
}

interface Row {
  readonly kind: Kind;
  readonly at: Date;
  readonly byAssistant: boolean | null;
  readonly name: string | null;
}

/** Whose move each is; an ending is anybody's. */
const sideOf: Readonly<Record<Exclude<Kind, 'ended'>, Side>> = {
  offered: 'client',
  accepted: 'assistant',
  declined: 'assistant',
  withdrawn: 'client',
  expired: 'kontor',
  paused: 'client',
  resumed: 'client',
};

/** What became of a contract that the caller was allowed to read; both parties read the same. */
@Injectable()
export class ContractHistory {
  constructor(private readonly db: Database) {}

  /** The oldest first. */
  async of({ id }: Contract): Promise<ContractHappening[]> {
    const rows = await this.db.reader.query<Row[]>(HAPPENINGS, [id]);
    return rows.map(({ kind, at, byAssistant, name }) => {
      const side = kind === 'ended' ? enderOf(byAssistant) : sideOf[kind];
      return { kind, at, side, name };
    });
  }
}

function enderOf(byAssistant: boolean | null): Side {
  if (byAssistant === null) return 'kontor';
  return byAssistant ? 'assistant' : 'client';
}
