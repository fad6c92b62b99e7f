import { Database } from '@app/database';
import { Clock, requireStepUp, type User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { Attempts } from './attempts.repository.ts';
import { providerTripBudgets } from './budgets.ts';
import { ProviderTrips } from './provider-trips.repository.ts';
import { Providers } from './providers.ts';
import { newSecretToken } from './secret-token.ts';

export interface WantedTrip {
  readonly provider: string;
  /** The reader's, should an account come of it. */
  readonly zone: string;
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
  async run({ provider, zone, browser, address, linking }: WantedTrip): Promise<{ url: string; browser: string }> {
    if (linking) requireStepUp(linking, this.clock.now());
    const secret = browser ?? newSecretToken();
    const state = newSecretToken();
    const url = await this.providers.addressFor(provider, this.trips.checks(secret, state));
    await this.db.transaction(async (tx) => {
      const now = this.clock.now();
      await this.attempts.spend(tx, providerTripBudgets(address), now);
      await this.trips.setOut(tx, { state, browser: secret, provider, zone, accountId: linking?.userId ?? null }, now);
    });
    return { url, browser: secret };
  }
}
