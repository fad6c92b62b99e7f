import type { Tx } from '@app/database';
import { actsFor, allow, Conflict, type User } from '@app/kernel';

import { LineNotFound } from './giving-back.errors.ts';

/** How long after it was invoiced an assistant may give money back. */
export const REFUND_WITHIN_DAYS = 180;
const DAY_MS = 24 * 3_600_000;

/** Of a line that the actor has earned. Throws `line_not_found`, Forbidden, `too_late_to_refund`. */
export async function requireOwnLine(tx: Tx, actor: User, lineId: string, now: Date): Promise<void> {
  const [line] = await tx.query<{ clientId: string; assistantId: string; issuedAt: Date }[]>(
    `select l.client_id as "clientId", l.assistant_id as "assistantId", i.issued_at as "issuedAt"
       from invoice_line l join invoice i on i.id = l.invoice_id where l.id = $1`,
    [lineId],
  );
  const isOwn = line?.assistantId === actor.userId;
  if (!line || !(isOwn || actsFor(actor, line.clientId))) throw new LineNotFound(lineId);
  allow(isOwn, 'give back what somebody else has earned');
  if (now.getTime() - line.issuedAt.getTime() > REFUND_WITHIN_DAYS * DAY_MS) throw new TooLateToRefund();
}

class TooLateToRefund extends Conflict {
  constructor() {
    super('too_late_to_refund', `Money can be given back for ${REFUND_WITHIN_DAYS} days after it was invoiced.`, {
      days: REFUND_WITHIN_DAYS,
    });
  }
}
