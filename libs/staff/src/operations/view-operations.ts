import { Database } from '@app/database';
import { FailedJobs, type FailedJob, type StoredWebhook, WebhookInbox } from '@app/delivery';
import { Injectable } from '@nestjs/common';

const WEBHOOKS = 100;
const RECONCILIATIONS = 100;

export interface SweepRun {
  readonly name: string;
  readonly ranAt: Date;
  /** By all its runs. */
  readonly done: number;
  readonly workedAt: Date | null;
  readonly failedAt: Date | null;
  readonly failure: string | null;
}

export interface Reconciled {
  readonly id: string;
  readonly at: Date;
  readonly stripeCents: number;
  readonly ledgerCents: number;
  readonly differenceCents: number;
}

/** Whether the machinery runs: what failed, what came, and what the books and Stripe disagree on. */
@Injectable()
export class ViewOperations {
  constructor(
    private readonly db: Database,
    private readonly jobs: FailedJobs,
    private readonly inbox: WebhookInbox,
  ) {}

  failedJobs(): Promise<FailedJob[]> {
    return this.jobs.list();
  }

  webhooks(): Promise<StoredWebhook[]> {
    return this.inbox.list(WEBHOOKS);
  }

  sweeps(): Promise<SweepRun[]> {
    return this.db.reader.query(
      `select name, ran_at as "ranAt", done::float8 as done, worked_at as "workedAt", failed_at as "failedAt", failure
         from sweep_run order by name`,
    );
  }

  /** Those with a difference, and the latest: with none of the former all is well. */
  reconciliations(): Promise<Reconciled[]> {
    return this.db.reader.query(
      `select id, at, stripe_cents::float8 as "stripeCents", ledger_cents::float8 as "ledgerCents",
              difference_cents::float8 as "differenceCents"
         from reconciliation r
        where difference_cents <> 0 or id = (select id from reconciliation order by at desc, id desc limit 1)
        order by at desc, id desc limit ${RECONCILIATIONS}`,
    );
  }
}
