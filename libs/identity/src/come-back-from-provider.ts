import { Database } from '@app/database';
import { Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { ProviderTripNotValid } from './providers.errors.ts';
import { type Trip, ProviderTrips } from './provider-trips.repository.ts';
import { type Provider, Providers, type Vouched } from './providers.ts';

export interface Answer {
  /** The query with which the provider sent the browser back. */
  readonly answer: string;
  /** What the browser has kept since it set out. */
  readonly browser: string | undefined;
}

/** What a sign-in and a link through a provider have in common: the trip is over, and somebody is vouched for. */
@Injectable()
export class ComeBackFromProvider {
  constructor(
    private readonly db: Database,
    private readonly trips: ProviderTrips,
    private readonly providers: Providers,
    private readonly clock: Clock,
  ) {}

  /**
   * The trip is used before the provider is asked: whatever the provider says then, it is over. Throws
   * `ProviderTripNotValid` (of parallel uses exactly one succeeds), `ProviderDeclined` or `ProviderUnreachable`.
   */
  async run(
    { answer, browser }: Answer,
    isMeant: (trip: Trip) => boolean,
  ): Promise<{ trip: Trip; provider: Provider; vouched: Vouched }> {
    const said = new URLSearchParams(answer);
    const state = said.get('state');
    if (state === null || browser === undefined) throw new ProviderTripNotValid();
    const trip = await this.db.transaction((tx) => this.trips.comeBack(tx, state, browser, this.clock.now()));
    if (!trip || !isMeant(trip)) throw new ProviderTripNotValid();
    const vouched = await this.providers.read(trip.provider, said, this.trips.checks(browser, state));
    return { trip, provider: this.providers.find(trip.provider), vouched };
  }
}
