import { hash, verify } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';

import { type About, isGuessable } from './guessable-password.ts';
import { PasswordTooCommon, TooBusy } from './identity.errors.ts';

/** OWASP's first choice for argon2id (the library's default algorithm). */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** How a hash of that cost begins. */
const CURRENT = `$argon2id$v=19$m=${COST.memoryCost},t=${COST.timeCost},p=${COST.parallelism}$`;
/** Each takes 19 MB and a core for some 15 ms: without a cap, signing in is the way to take the api down. */
const HASHES_AT_ONCE = 2;
const LONGEST_QUEUE = 100;

@Injectable()
export class Passwords {
  #running = 0;
  readonly #waiting: (() => void)[] = [];
  #decoy: Promise<string> | undefined;

  /** Throws `PasswordTooCommon`, by what is known of whose it is too, or `TooBusy` when too many are hashing already. */
  async hash(password: string, about?: About): Promise<string> {
    if (isGuessable(password, about)) throw new PasswordTooCommon();
    return this.#inTurn(() => hash(password, COST));
  }

  /** Takes the same time when there is no hash to compare with: an unknown address cannot be told by the clock. */
  async matches(password: string, passwordHash: string | null | undefined): Promise<boolean> {
    this.#decoy ??= hash('nobody has this password', COST);
    const against = passwordHash ?? (await this.#decoy);
    const right = await this.#inTurn(() => verify(against, password));
    return right && passwordHash !== undefined && passwordHash !== null;
  }

  /** A hash with today's cost when this one was made with another; undefined when it is as it should be. */
  async renewed(password: string, passwordHash: string | null): Promise<string | undefined> {
    if (passwordHash === null || passwordHash.startsWith(CURRENT)) return undefined;
    return this.#inTurn(() => hash(password, COST)); // Also a common password: the one who has it shall get in.
  }

  async #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#running >= HASHES_AT_ONCE) {
      if (this.#waiting.length >= LONGEST_QUEUE) throw new TooBusy();
      await new Promise<void>((go) => this.#waiting.push(go)); // Whoever finishes hands its place on.
    } else {
      this.#running += 1;
    }
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running -= 1;
    }
  }
}
