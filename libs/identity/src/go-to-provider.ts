import { Database } from '@app/database';
import { Clock, requireStepUp, type User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import type { Language } from './account.entity.ts';
import { Attempts } from './attempts.repository.ts';
import { providerTripBudgets } from './budgets.ts';
import { ProviderTrips } from './provider-trips.repository.ts';
import { Providers } from './providers.ts';
import { newSecretToken } from './secret-token.ts';

export interface WantedTrip {
  readonly provider: string;
  /** The reader's, should an account come of it. */
  readonly zone: string;
  /** The same; absent when nobody knows. */
  readonly language?: Language | undefined;
  /** What this browser got for an earlier trip. */
  readonly browser?: string | undefined;
  /** Where the request comes from; absent when that tells nothing. */
  readonly address?: string | undefined;
  /** Who is signed in and wants to come in that way too. Nobody: they want to sign in. */
  readonly linking?: User | undefined;
}

/** Somebody sets out for another provider, to come back known. */
@Injectable()
export class GoToProvider {
  constructor(
    private readonly db: Database,
    private readonly attempts: Attempts,
    private readonly trips: ProviderTrips,
    private readonly providers: Providers,
    private readonly clock: Clock,
  ) {}

  /**
   * `url` is where to send the browser, `browser` what it is to keep in a cookie until it is back, ten minutes at most.
   * Throws `ProviderNotFound`, `ProviderUnreachable`, `TooManyAttempts` or, of who links, `step_up_required`.
   */
  async run(wanted: WantedTrip): Promise<{ url: string; browser: string }> {
    const { provider, zone, language = null, browser, address, linking } = wanted;
    if (linking) requireStepUp(linking, this.clock.now());
    const secret = browser ?? newSecretToken();
    const state = newSecretToken();
    const url = await this.providers.addressFor(provider, this.trips.checks(secret, state));
    await this.db.transaction(async (tx) => {
      const now = this.clock.now();
      await this.attempts.spend(tx, providerTripBudgets(address), now);
      const trip = { provider, zone, language, accountId: linking?.userId ?? null };
      await this.trips.setOut(tx, { ...trip, state, browser: secret }, now);
    });
    return { url, browser: secret };
  }
}
