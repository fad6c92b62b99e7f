import { setTimeout as sleep } from 'node:timers/promises';

import type { Context, RequestReference } from '../context.ts';
import type { Emulator } from '../emulator.ts';
import { Violation } from '../findings.ts';
import { newId, PLATFORM } from '../ids.ts';
import { operations } from '../operations.ts';
import { ApiError, invalid, unimplemented } from './api-error.ts';
import { accountOf } from './authenticate.ts';
import { expanded } from './expand.ts';
import type { RequestFault } from './faults.ts';
import { fingerprintOf, inUse, type Remembered } from './idempotency.ts';
import { contentTypeOf, header, type Incoming, locationOf, parametersOf, type Params } from './incoming.ts';
import { notAccepted, type Operation } from './operation.ts';

export interface Reply {
  /** 0: close the socket without an answer. */
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** Answers one request of the API: who asks, what is asked, is it known already, do it, remember it. */
export async function answer(emulator: Emulator, incoming: Incoming): Promise<Reply> {
  const exchange = new Exchange(emulator, incoming);
  try {
    return exchange.close(await exchange.answer());
  } catch (error) {
    return exchange.close(exchange.refusal(error));
  }
}

class Exchange {
  private readonly emulator: Emulator;
  private readonly incoming: Incoming;
  private readonly path: string;
  private readonly id = newId('req', 14);
  private readonly key: string | null;
  private account: string = PLATFORM;
  private params: Params = {};
  private replayed = false;

  constructor(emulator: Emulator, incoming: Incoming) {
    this.emulator = emulator;
    this.incoming = incoming;
    this.path = locationOf(incoming).pathname;
    this.key = header(incoming, 'idempotency-key');
  }

  async answer(): Promise<Reply> {
    this.account = accountOf(this.emulator, this.incoming);
    this.params = parametersOf(this.incoming);
    this.checkVersion();
    const fault = this.emulator.faults.ofRequest(this.incoming.method, this.path, this.account);
    this.refuseAsFaulted(fault);
    const operation = this.operation();
    this.checkParameters(operation);

    const isKeyed = this.key !== null && this.incoming.method !== 'GET';
    const fingerprint = fingerprintOf(this.incoming.method, this.path, this.params);
    const known = isKeyed ? this.emulator.keys.recall(this.account, this.key ?? '', this.version, fingerprint) : null;
    if (known) return this.replay(known);

    const release = isKeyed ? this.emulator.keys.hold(this.account, this.key ?? '') : () => undefined;
    try {
      if (fault?.effect === 'delay') await sleep(fault.ms);
      const reply = this.execute(operation, isKeyed ? fingerprint : null, fault);
      if (fault?.effect === 'delay_response') {
        this.emulator.sender.wake();
        await sleep(fault.ms);
      }
      return fault?.effect === 'fail_after' && fault.as !== 'error' ? { ...reply, status: 0 } : reply;
    } finally {
      release();
    }
  }

  refusal(error: unknown): Reply {
    if (error instanceof ApiError) {
      if (error.status === 501) this.emulator.findings.add('unimplemented', error.message);
      return this.reply(error.status, error.body, error.headers);
    }
    const text = error instanceof Error ? error.message : String(error);
    this.emulator.findings.add('violation', `${this.incoming.method} ${this.path}: ${text}`);
    this.emulator.log(
      `violation: ${this.incoming.method} ${this.path}: ${error instanceof Violation ? text : (error as Error).stack}`,
    );
    const message = `The local Stripe is at fault: ${text}`;
    return this.reply(500, { error: { type: 'api_error', message } }, { 'stripe-should-retry': 'false' });
  }

  close(reply: Reply): Reply {
    const isError = reply.status >= 400;
    this.emulator.journal.write({
      id: this.id,
      at: this.emulator.clock.now().toISOString(),
      method: this.incoming.method,
      path: this.path,
      account: this.account,
      idempotencyKey: this.key,
      params: this.params,
      status: reply.status,
      replayed: this.replayed,
      error: isError ? reply.body : null,
    });
    return reply;
  }

  private get version(): 1 | 2 {
    return this.path.startsWith('/v2/') ? 2 : 1;
  }

  private checkVersion(): void {
    const asked = header(this.incoming, 'stripe-version');
    if (asked && asked !== this.emulator.conformance.version) throw unimplemented(`the API version ${asked}`);
  }

  private operation(): Operation {
    const found = operations.find((one) => one.method === this.incoming.method && one.pattern.test(this.path));
    if (!found) throw unimplemented(`${this.incoming.method} ${this.path}`);
    return found;
  }

  private checkParameters(operation: Operation): void {
    if (contentTypeOf(this.incoming).startsWith('multipart/')) return;
    const { params, misfit } = this.emulator.conformance.request(operation.method, operation.path, this.params);
    if (misfit?.param.startsWith('payment_method_types')) {
      const message = 'payment_method_types is no longer supported. Use allowed_payment_method_types instead.';
      throw invalid('payment_method_types_no_longer_supported', message, misfit.param);
    }
    if (misfit) throw invalid(misfit.code, misfit.message, misfit.param);
    this.params = params as Params;
    const unknown = notAccepted(this.params, operation.accepts);
    if (unknown.length > 0) throw unimplemented(`${unknown.join(', ')} of ${operation.method} ${operation.path}`);
  }

  private refuseAsFaulted(fault: RequestFault | null): void {
    if (fault?.effect === 'fail_before') {
      throw new ApiError(fault.status ?? 500, { type: 'api_error', message: 'An unknown error occurred.' });
    }
    if (fault?.effect === 'conflict') throw inUse(this.key ?? '');
    if (fault?.effect === 'rate_limit') {
      const headers = { 'stripe-rate-limited-reason': fault.reason ?? 'global-rate' };
      const message = 'Request rate limit exceeded.';
      throw new ApiError(429, { type: 'invalid_request_error', code: 'rate_limit', message }, { headers });
    }
  }

  private execute(operation: Operation, fingerprint: string | null, fault: RequestFault | null): Reply {
    const request: RequestReference = { id: this.id, idempotencyKey: this.key };
    const context = this.emulator.on(this.account, request);
    try {
      return this.emulator.change(() => this.remembered(fingerprint, this.perform(operation, context), fault));
    } catch (error) {
      if (!(error instanceof ApiError) || error.keepsEffects) throw error;
      const reply = this.refusal(error);
      return error.isRemembered ? this.emulator.change(() => this.remembered(fingerprint, reply, null)) : reply;
    }
  }

  private perform(operation: Operation, context: Context): Reply {
    const ids = (operation.pattern.exec(this.path) ?? []).slice(1).map(decodeURIComponent);
    const call = {
      context,
      params: this.params as never,
      id: ids[0] ?? '',
      ids,
      path: this.path,
      query: locationOf(this.incoming).search,
      rawBody: this.incoming.rawBody,
      contentType: contentTypeOf(this.incoming),
    };
    try {
      const result = operation.run(call);
      const body = expanded(context, result, (this.params['expand'] as string[] | undefined) ?? []);
      const problem = this.emulator.checks
        ? this.emulator.conformance.response(operation.method, operation.path, body)
        : null;
      if (problem) throw new Violation(`answer does not fit: ${problem}`);
      return this.reply(200, body);
    } catch (error) {
      // A decline is an answer, not a failure: what it changed stays.
      if (error instanceof ApiError && error.keepsEffects) return this.refusal(error);
      throw error;
    }
  }

  private remembered(fingerprint: string | null, reply: Reply, fault: RequestFault | null): Reply {
    const lost = fault?.effect === 'fail_after' && fault.as === 'error';
    const final = lost
      ? this.reply(500, { error: { type: 'api_error', message: 'An unknown error occurred.' } })
      : reply;
    const isKept = this.version === 1 || final.status < 300;
    if (fingerprint !== null && this.key !== null && isKept) {
      const kept: Remembered = { requestId: this.id, status: final.status, body: final.body };
      this.emulator.keys.remember(this.account, this.key, this.version, fingerprint, kept);
    }
    return final;
  }

  private replay(known: Remembered): Reply {
    this.replayed = true;
    const headers = { 'idempotent-replayed': 'true', 'original-request': known.requestId };
    return { status: known.status, body: known.body, headers: { ...this.headers(), ...headers } };
  }

  private reply(status: number, body: object, headers: Readonly<Record<string, string>> = {}): Reply {
    const problem = status >= 400 && this.emulator.checks ? this.emulator.conformance.error(body) : null;
    if (problem)
      this.emulator.findings.add('violation', `${this.incoming.method} ${this.path}: error does not fit: ${problem}`);
    return { status, headers: { ...this.headers(), ...headers }, body: JSON.stringify(body) };
  }

  private headers(): Record<string, string> {
    return {
      'content-type': 'application/json',
      'request-id': this.id,
      'stripe-version': this.emulator.conformance.version,
      ...(this.key === null ? {} : { 'idempotency-key': this.key }),
      ...(this.account === PLATFORM ? {} : { 'stripe-account': this.account }),
    };
  }
}
