import { Audit } from '@app/audit';
import type { Tx } from '@app/database';
import { Injectable } from '@nestjs/common';

import { HalfSessions } from './half-sessions.repository.ts';
import { KnownBrowsers } from './known-browsers.repository.ts';
import { newSecretToken } from './secret-token.ts';
import { Sessions } from './sessions.repository.ts';
import { type SecondFactor, SecondFactors } from './second-factors.repository.ts';

export interface Opening {
  readonly accountId: string;
  /** As the browser names itself. */
  readonly userAgent: string | null;
  /** What an earlier sign-in of this very person gave this browser to be known by. */
  readonly knownBrowser?: string | undefined;
  /** The session that the browser had until now: it ends. */
  readonly replaces?: string | undefined;
}

export interface SignedIn {
  readonly accountId: string;
  /** For the cookie, and nowhere else. */
  readonly token: string;
  readonly expiresAt: Date;
  /** For a cookie that stays when the session ends: this browser's next tries are counted by themselves. */
  readonly knownBrowser: string;
}

/** One factor was right and another is wanted: nobody is signed in. */
export interface HalfSignedIn {
  readonly accountId: string;
  /** For the cookie of `SignInFurther`: it opens nothing by itself. */
  readonly token: string;
  readonly expiresAt: Date;
  /** One of these. */
  readonly wants: readonly SecondFactor[];
}

/** What follows once somebody has shown who they are, in whatever way they did. */
@Injectable()
export class OpenSession {
  constructor(
    private readonly sessions: Sessions,
    private readonly halves: HalfSessions,
    private readonly browsers: KnownBrowsers,
    private readonly factors: SecondFactors,
    private readonly audit: Audit,
  ) {}

  /** After a password, or another provider's word: a session, or the question for the second factor they turned on. */
  async afterOneFactor(tx: Tx, opening: Opening, now: Date): Promise<SignedIn | HalfSignedIn> {
    const { accountId } = opening;
    const wants = await this.factors.wantedAtSignIn(tx, accountId);
    if (wants.length === 0) return this.#start(tx, opening, false, now);
    const token = newSecretToken();
    const expiresAt = await this.halves.start(tx, token, accountId, now);
    return { accountId, token, expiresAt, wants };
  }

  /** After a second factor too, or a passkey whose owner was verified. */
  afterBothFactors(tx: Tx, opening: Opening, now: Date): Promise<SignedIn> {
    return this.#start(tx, opening, true, now);
  }

  async #start(
    tx: Tx,
    { accountId, userAgent, knownBrowser, replaces }: Opening,
    secondFactor: boolean,
    now: Date,
  ): Promise<SignedIn> {
    if (replaces !== undefined) await this.sessions.end(tx, replaces, now);
    const token = newSecretToken();
    const expiresAt = await this.sessions.start(tx, { token, accountId, userAgent, secondFactor }, now);
    const browser = knownBrowser ?? newSecretToken();
    await this.browsers.remember(tx, accountId, browser, now);
    const actor = { kind: 'user', userId: accountId } as const;
    const subject = { kind: 'account', id: accountId };
    await this.audit.record(tx, { actor, action: 'session.started', subject, after: { secondFactor } }, now);
    return { accountId, token, expiresAt, knownBrowser: browser };
  }
}
