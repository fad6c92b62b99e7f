import { Audit } from '@app/audit';
import { Database, type Tx } from '@app/database';
import { Events } from '@app/delivery';
import { Clock, requireStepUp, type User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { type Answer, ComeBackFromProvider } from './come-back-from-provider.ts';
import { providerLinked } from './identity.events.ts';
import { type NewProviderLogin, ProviderLogins } from './provider-logins.repository.ts';
import { ProviderTrips } from './provider-trips.repository.ts';
import { ProviderEmailUnverified, ProviderTripNotValid } from './providers.errors.ts';

/** A provider becomes a way into one's account. Both ways there want somebody who has just shown who they are. */
@Injectable()
export class LinkProvider {
  constructor(
    private readonly db: Database,
    private readonly back: ComeBackFromProvider,
    private readonly logins: ProviderLogins,
    private readonly trips: ProviderTrips,
    private readonly audit: Audit,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /**
   * Back from the provider, for who set out while signed in. Throws `ProviderTripNotValid`, `ProviderLoginTaken`,
   * `ProviderDeclined` or `ProviderUnreachable`.
   */
  async run(actor: User, given: Answer): Promise<void> {
    const { provider, vouched } = await this.back.run(given, ({ accountId }) => accountId === actor.userId);
    const { email } = vouched;
    if (email === null) throw new ProviderEmailUnverified(provider.name);
    await this.db.transaction((tx) =>
      this.#link(tx, actor, { ...vouched, email, provider: provider.id, accountId: actor.userId }),
    );
  }

  /** What signing in with the provider offered, now that they signed in as ever. Throws `step_up_required` or as `run`. */
  async accept(actor: User, browser: string | undefined): Promise<void> {
    requireStepUp(actor, this.clock.now());
    if (browser === undefined) throw new ProviderTripNotValid();
    await this.db.transaction(async (tx) => {
      const offer = await this.trips.takeOffer(tx, browser, actor.userId, this.clock.now());
      if (!offer) throw new ProviderTripNotValid();
      await this.#link(tx, actor, offer);
    });
  }

  async #link(tx: Tx, actor: User, login: NewProviderLogin): Promise<void> {
    const now = this.clock.now();
    const id = await this.logins.add(tx, login, now);
    const subject = { kind: 'provider_login', id };
    await this.audit.record(
      tx,
      { actor, action: 'provider.linked', subject, after: { provider: login.provider } },
      now,
    );
    await this.events.tell(tx, providerLinked(actor.userId, login.provider));
  }
}
