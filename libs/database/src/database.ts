import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as wait } from 'node:timers/promises';

import { Injectable } from '@nestjs/common';
import { DataSource, EntityManager, QueryFailedError } from 'typeorm';

declare const open: unique symbol;
/** An open transaction. Whatever writes takes one as its first parameter; whatever lacks one only reads. */
export type Tx = EntityManager & { readonly [open]: true };

const ATTEMPTS = 3;
const LONGEST_JITTER_MS = 40;
const insideTransaction = new AsyncLocalStorage<true>();

@Injectable()
export class Database {
  constructor(private readonly dataSource: DataSource) {}

  /** Commits everything `work` writes, or nothing. A deadlock reruns the whole of `work` in a new transaction. */
  async transaction<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    assertOutsideTransaction('a transaction (pass the tx along)');
    for (let attempt = 1; ; attempt++) {
      try {
        return await insideTransaction.run(true, () => this.dataSource.transaction((em) => work(em as Tx)));
      } catch (error) {
        if (attempt === ATTEMPTS || !isSerializationFailure(error)) throw error;
        await wait(Math.random() * LONGEST_JITTER_MS * attempt);
      }
    }
  }

  get reader(): EntityManager {
    return this.dataSource.manager;
  }
}

/** Called by everything that leaves the process: no network wait may hold a row lock. */
export function assertOutsideTransaction(what: string): void {
  if (insideTransaction.getStore()) throw new Error(`${what} was started inside a transaction`);
}

/** The SQLSTATE of a refused statement and the constraint that refused it, to turn a race into its refusal by name. */
export function refusalOf(error: unknown): { code: string; constraint: string | undefined } | undefined {
  if (!(error instanceof QueryFailedError)) return undefined;
  const { code, constraint } = error.driverError as { code?: string; constraint?: string };
  return code === undefined ? undefined : { code, constraint };
}

function isSerializationFailure(error: unknown): boolean {
  const code = refusalOf(error)?.code;
  return code === '40001' || code === '40P01';
}
