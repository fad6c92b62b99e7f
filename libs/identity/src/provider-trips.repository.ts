import { createHmac } from 'node:crypto';

import type { Tx } from '@app/database';
import { Injectable } from '@nestjs/common';

import type { Language } from './account.entity.ts';
import type { Checks, Vouched } from './providers.ts';
import { hashOf } from './secret-token.ts';

const LIFETIME_MS = 10 * 60_000;
/** Rows of nobody's interest any more that each trip takes away. */
const FORGOTTEN_A_TRIP = 10;

export interface Trip {
  readonly provider: string;
  /** Whoever was signed in and set out to link; null for who set out to sign in. */
  readonly accountId: string | null;
  readonly zone: string;
  readonly language: Language | null;
}

/** A provider vouches for an address that has an account. */
export interface Offer extends Vouched {
  readonly email: string;
  readonly provider: string;
  readonly accountId: string;
}

/**
 * People on their way to a provider and back, each bound to the browser by a secret that only the browser has. The
 * verifier and the nonce are made of that secret: what is kept here opens nothing.
 */
@Injectable()
export class ProviderTrips {
  checks(browser: string, state: string): Checks {
    const made = (what: string) => createHmac('sha256', browser).update(`${what}\n${state}`).digest('base64url');
    return { state, nonce: made('nonce'), verifier: made('verifier') };
  }

  async setOut(
    tx: Tx,
    { state, browser, ...trip }: Trip & { readonly state: string; readonly browser: string },
    now: Date,
  ): Promise<void> {
    await tx.query(
      `with forgotten as (
         delete from provider_attempt where state_hash in (
           select state_hash from provider_attempt where expires_at <= $6 limit ${FORGOTTEN_A_TRIP} for update skip locked)
       )
       insert into provider_attempt (state_hash, browser_hash, provider, account_id, zone, created_at, expires_at, language)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [hashOf(state), hashOf(browser), trip.provider, trip.accountId, trip.zone, now, after(now), trip.language],
    );
  }

  /** Null: unknown, used, too old, or of another browser. Of parallel uses one gets it: the row's lock decides. */
  async comeBack(tx: Tx, state: string, browser: string, now: Date): Promise<Trip | null> {
    const [used] = await tx.query<[Trip[], number]>(
      `update provider_attempt set used_at = $3
        where state_hash = $1 and browser_hash = $2 and used_at is null and expires_at > $3
       returning provider, account_id as "accountId", zone, language`,
      [hashOf(state), hashOf(browser), now],
    );
    return used[0] ?? null;
  }

  /** To whoever comes with this browser and shows that the account is theirs; in the place of an earlier one. */
  async offer(tx: Tx, browser: string, offer: Offer, now: Date): Promise<void> {
    const { accountId, provider, issuer, subject, email } = offer;
    await tx.query(
      `insert into provider_offer (browser_hash, account_id, provider, issuer, subject, email, created_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (browser_hash) do update
          set account_id = excluded.account_id, provider = excluded.provider, issuer = excluded.issuer,
              subject = excluded.subject, email = excluded.email, created_at = excluded.created_at,
              expires_at = excluded.expires_at, used_at = null`,
      [hashOf(browser), accountId, provider, issuer, subject, email, now, after(now)],
    );
  }

  /** Null: none for this account in this browser, or used or too old. */
  async takeOffer(tx: Tx, browser: string, accountId: string, now: Date): Promise<Offer | null> {
    const [taken] = await tx.query<[Offer[], number]>(
      `update provider_offer set used_at = $3
        where browser_hash = $1 and account_id = $2 and used_at is null and expires_at > $3
       returning account_id as "accountId", provider, issuer, subject, email`,
      [hashOf(browser), accountId, now],
    );
    return taken[0] ?? null;
  }
}

function after(now: Date): Date {
  return new Date(now.getTime() + LIFETIME_MS);
}
