import type { Tx } from '@app/database';
import { Forbidden, type Staff } from '@app/kernel';

/** Throws Forbidden `party_to_it`: nobody decides about money of a business that they act for, or have worked for. */
export async function requireNeverParty(tx: Tx, { userId }: Staff, clientId: string): Promise<void> {
  const [{ party }] = await tx.query<[{ party: boolean }]>(`select ${everParty('$1', '$2')} as party`, [
    userId,
    clientId,
  ]);
  if (party) throw new PartyToIt();
}

class PartyToIt extends Forbidden {
  constructor() {
    super('party_to_it', 'This is about yourself or a business of yours: another member of staff has to do it.');
  }
}

/**
 * In SQL, of expressions for an account and a business. A member who left has left their traces: what they accepted,
 * offered and ended.
 */
export function everParty(account: string, client: string): string {
  return `(
      exists (select from business_member where account_id = ${account} and business_id = ${client})
   or exists (select from business_invitation where accepted_by = ${account} and business_id = ${client})
   or exists (select from contract
               where client_id = ${client} and (${account} in (offered_by, assistant_id) or ended_by = ${account})))`;
}
