import type { Tx } from '@app/database';
import { Forbidden, type Staff } from '@app/kernel';

/** Throws Forbidden `party_to_it`: nobody decides about money of a business that they act for, or have worked for. */
export async function requireNeverParty(tx: Tx, { userId }: Staff, clientId: string): Promise<void> {
  const [{ party }] = await tx.query<[{ party: boolean }]>(PARTY, [userId, clientId]);
  if (party) throw new PartyToIt();
}

class PartyToIt extends Forbidden {
  constructor() {
    super('party_to_it', 'This is about yourself or a business of yours: another member of staff has to do it.');
  }
}

/** $1 account, $2 client. A member who left has left their traces: what they accepted, offered and ended. */
const PARTY = `
  select exists (select from business_member where account_id = $1 and business_id = $2)
      or exists (select from business_invitation where accepted_by = $1 and business_id = $2)
      or exists (select from contract where client_id = $2 and ($1 in (offered_by, assistant_id) or ended_by = $1)) as party`;
