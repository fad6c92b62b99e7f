import { Database } from '@app/database';
import { type Sweep, step } from '@app/kernel';
import { StripeGateway, StripeRefused, StripeUnclear } from '@app/stripe';
import { Injectable, Logger } from '@nestjs/common';

const AT_ONCE = 20;

/** The customer at Stripe of a business whose last member was erased is deleted, and its cards. Its charges stay. */
@Injectable()
export class DeleteCustomers implements Sweep {
  readonly name = 'billing.delete-customers';
  readonly #log = new Logger('billing');

  constructor(
    private readonly db: Database,
    private readonly stripe: StripeGateway,
  ) {}

  /** How many were deleted. */
  async run(now: Date): Promise<number> {
    const customers = await this.db.reader.query<{ clientId: string; stripeId: string }[]>(
      `select client_id as "clientId", stripe_id as "stripeId" from stripe_customer
        where closing_at is not null and closed_at is null order by closing_at, client_id limit $1`,
      [AT_ONCE],
    );
    let deleted = 0;
    for (const customer of customers) deleted += Number(await this.delete(customer, now));
    return deleted;
  }

  /** Erasure makes it due. */
  nextDueAt(): Promise<Date | null> {
    return Promise.resolve(null);
  }

  /** Repeated it is the same: what is deleted stays so. */
  private async delete({ clientId, stripeId }: { clientId: string; stripeId: string }, now: Date): Promise<boolean> {
    step.reached('customer_closing.claimed');
    try {
      await this.stripe.deleteCustomer(stripeId, { idempotencyKey: `cust:${clientId}:delete` });
      step.reached('customer_closing.called');
    } catch (error) {
      if (!(error instanceof StripeRefused || error instanceof StripeUnclear)) throw error;
      this.#log.warn(`The customer of business ${clientId} is not deleted yet. ${error.message}`);
      return false;
    }
    await this.db.transaction((tx) =>
      tx.query(`update stripe_customer set closed_at = $2 where client_id = $1 and closed_at is null`, [clientId, now]),
    );
    return true;
  }
}
