import { randomBytes } from 'node:crypto';

import type { ClockMode } from './clock.ts';
import { StripeControl } from './control/stripe-control.ts';
import { Emulator } from './emulator.ts';
import { PLATFORM } from './ids.ts';
import { listen } from './server.ts';
import { seedEndpoints, type SeededEndpoint } from './webhooks/endpoints.ts';

export { StripeControl } from './control/stripe-control.ts';
export type { FaultRule, RequestFault, WebhookFault } from './api/faults.ts';
export type { JournalEntry, JournalFilter } from './api/journal.ts';
export type { BalanceSnapshot } from './control/balances.ts';

export interface StripeEmulatorOptions {
  /** A free one when left out. */
  port?: number;
  host?: string;
  /** Where the state is kept; in memory when left out. */
  file?: string;
  controlToken?: string;
  clock?: ClockMode;
  /** Whether answers and events are checked against the schema of the SDK's types; they are unless this is false. */
  conformance?: boolean;
  webhooks?: SeededEndpoint[];
  log?: (line: string) => void;
}

export interface StripeEmulator {
  readonly url: string;
  readonly host: string;
  readonly port: number;
  readonly controlToken: string;
  readonly control: StripeControl;
  stop(): Promise<void>;
}

/** Starts a local Stripe, for development and tests only. A kept `file` goes on where it stopped, deliveries included. */
export async function startStripeEmulator(options: StripeEmulatorOptions = {}): Promise<StripeEmulator> {
  const log = options.log ?? (() => undefined);
  const checks = options.conformance ?? true;
  if (!checks) log('conformance is off: answers and events are not checked');
  const emulator = new Emulator({
    file: options.file ?? ':memory:',
    clock: options.clock ?? { mode: 'real' },
    checks,
    log,
  });
  emulator.seeds = options.webhooks ?? [];
  emulator.change(() => seedEndpoints(emulator.on(PLATFORM), emulator.seeds));

  const controlToken = options.controlToken ?? randomBytes(24).toString('base64url');
  const host = options.host ?? '127.0.0.1';
  const server = await listen(emulator, { host, port: options.port ?? 0, controlToken });
  const url = `http://${host}:${server.port}`;
  return {
    url,
    host,
    port: server.port,
    controlToken,
    control: new StripeControl(url, controlToken),
    stop: async () => {
      await server.close();
      await emulator.stop();
    },
  };
}
