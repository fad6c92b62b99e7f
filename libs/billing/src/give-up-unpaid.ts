import { Database, type Tx } from '@app/database';
import { Events } from '@app/delivery';
import { Clock, type Sweep } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { BillingHold } from './billing-hold.ts';
import { invoiceUncollectible } from './billing.events.ts';
import { Invoice } from './invoice.entity.ts';
import { UnpaidInvoices } from './unpaid-invoices.ts';
import { unpaidPolicyAt } from './unpaid-policy.ts';

/** Of a card that is not tried again by itself: when its first retry would have been the second failure. */
const SUSPENDED_AFTER_DAYS = 1;
const AT_ONCE = 100;

/** What waits for its client is not waited for without end: work is suspended, and at last the invoice is given up. */
@Injectable()
export class GiveUpUnpaid implements Sweep {
  readonly name = 'billing.give-up-unpaid';

  constructor(
    private readonly db: Database,
    private readonly unpaid: UnpaidInvoices,
    private readonly holds: BillingHold,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** How many clients were suspended and invoices given up. */
  async run(now: Date): Promise<number> {
    let done = 0;
    for (const { id } of await this.db.reader.query<{ id: string }[]>(SILENT, [now, AT_ONCE])) {
      if (await this.db.transaction((tx) => this.suspend(tx, id))) done += 1;
    }
    for (const { id } of await this.db.reader.query<{ id: string }[]>(OVER, [now, AT_ONCE])) {
      if (await this.db.transaction((tx) => this.giveUp(tx, id))) done += 1;
    }
    return done;
  }

  async nextDueAt(): Promise<Date | null> {
    const [{ at }] = await this.db.reader.query<[{ at: Date | null }]>(NEXT);
    return at;
  }

  private async suspend(tx: Tx, id: string): Promise<boolean> {
    const invoice = await lock(tx, id);
    if (invoice.state !== 'past_due') return false;
    return this.holds.place(tx, invoice.clientId, { cause: 'unpaid', causeId: id }, this.clock.now());
  }

  private async giveUp(tx: Tx, id: string): Promise<boolean> {
    const invoice = await lock(tx, id);
    // A charge that is under way decides: it is paid, or past due again.
    if (invoice.state !== 'past_due') return false;
    const now = this.clock.now();
    const [week] = await tx.query<[{ start: Date }]>(`select lower(during) as start from client_week where id = $1`, [
      invoice.clientWeekId,
    ]);
    const { outcome } = await unpaidPolicyAt(tx, week.start);
    invoice.giveUp(outcome, now);
    await tx.save(invoice);
    await this.unpaid.giveUp(tx, invoice, now);
    await this.holds.place(tx, invoice.clientId, { cause: 'unpaid', causeId: id }, now);
    await this.events.tell(tx, invoiceUncollectible(invoice, outcome));
    return true;
  }
}

function lock(tx: Tx, id: string): Promise<Invoice> {
  return tx.findOneOrFail(Invoice, { where: { id }, lock: { mode: 'for_no_key_update' } });
}

/** Past due, with the instants at which its client is suspended and it is given up. */
const WAITING = `
  select i.id, i.failed_at + make_interval(days => p.final_after_days) as over_at,
         case when i.next_attempt_at is null and not exists (
           select from billing_hold h where h.cause = 'unpaid' and h.cause_id = i.id and h.lifted_at is null)
              then i.failed_at + make_interval(days => ${SUSPENDED_AFTER_DAYS}) end as silent_at
    from invoice i join client_week w on w.id = i.client_week_id
    join lateral (select final_after_days from unpaid_policy where effective_from <= lower(w.during)
                   order by effective_from desc limit 1) p on true
   where i.state = 'past_due'`;
const SILENT = `with waiting as (${WAITING}) select id from waiting where silent_at <= $1 order by silent_at, id limit $2`;
const OVER = `with waiting as (${WAITING}) select id from waiting where over_at <= $1 order by over_at, id limit $2`;
const NEXT = `with waiting as (${WAITING}) select least(min(over_at), min(silent_at)) as at from waiting`;
