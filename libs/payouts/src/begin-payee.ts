import { randomUUID } from 'node:crypto';

import { Config } from '@app/config';
import { Database } from '@app/database';
import { Clock, requireStepUp, requireVerified, type User } from '@app/kernel';
import { StripeGateway, StripeRefused, StripeUnclear } from '@app/stripe';
import { Injectable } from '@nestjs/common';

import type { Payee } from './payee.entity.ts';
import { Payees } from './payees.repository.ts';
import { CountryMissing, CountryNotPayable, PayeeRefused, StripeAway } from './payout.errors.ts';

const PAGE = '/payouts';

/** Opens an assistant's account at Stripe and shows the way to its onboarding; a second time, the way on. */
@Injectable()
export class BeginPayee {
  constructor(
    private readonly db: Database,
    private readonly payees: Payees,
    private readonly stripe: StripeGateway,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /**
   * `country` defaults to the profile's, and counts only the first time. The address of Stripe's own page: whoever has
   * it can turn the money to a bank of theirs. Throws Forbidden `step_up_required`.
   */
  async run(actor: User, country?: string): Promise<{ url: string }> {
    requireVerified(actor);
    requireStepUp(actor, this.clock.now());
    const payee = (await this.payees.find(actor.userId)) ?? (await this.claim(actor, country));
    try {
      const account = payee.stripeAccountId ?? (await this.open(payee));
      return await this.stripe.createOnboardingLink(account, this.urls(), {
        idempotencyKey: `payee:${payee.id}:link:${randomUUID()}`,
      });
    } catch (error) {
      if (error instanceof StripeRefused) throw new PayeeRefused(error.message);
      if (error instanceof StripeUnclear) throw new StripeAway();
      throw error;
    }
  }

  private async claim(actor: User, given: string | undefined): Promise<Payee> {
    const country = given ?? (await this.payees.person(actor.userId)).country;
    if (country === null) throw new CountryMissing();
    if (!(await this.payees.isPayableCountry(country))) throw new CountryNotPayable(country);
    return this.db.transaction((tx) => this.payees.claim(tx, actor.userId, country, this.clock.now()));
  }

  /** Scheduled before its id is stored: what a crash leaves behind is repeated whole, with the same keys. */
  private async open({ id, country }: Payee): Promise<string> {
    const { email, name } = await this.payees.person(id);
    const account = await this.stripe.createPayee(
      { assistantId: id, email, name, country },
      { idempotencyKey: `payee:${id}` },
    );
    await this.stripe.schedulePayouts(account.id, 'weekly', { idempotencyKey: `payee:${id}:schedule` });
    await this.db.transaction((tx) => this.payees.storeAccount(tx, id, account.id));
    return account.id;
  }

  private urls(): { returnUrl: string; refreshUrl: string } {
    const page = new URL(PAGE, this.config.env.PUBLIC_URL).href;
    return { returnUrl: `${page}?onboarding=done`, refreshUrl: `${page}?onboarding=again` };
  }
}
