import { randomUUID } from 'node:crypto';

import type { World } from './world.ts';

/** A refusal as the api worded it: problem JSON. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly problem: { code: string; detail?: string; errors?: { field: string; message: string }[] } & Record<
      string,
      unknown
    >,
  ) {
    super(`${status} ${problem.code}: ${problem.detail ?? ''} ${JSON.stringify(problem.errors ?? '')}`);
    this.name = 'Refused';
  }
}

export interface Body {
  [field: string]: unknown;
}

/** Somebody with a browser: signs up, reads mail, and speaks to Kontor as the web app does. */
export class Person {
  #cookie: string | undefined;
  id = '';

  constructor(
    protected readonly world: World,
    readonly name: string,
    readonly zone: string,
    readonly email: string = `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}@kontor.example`,
    readonly password: string = 'a desk by the window',
  ) {}

  /** Registers, follows the link in the mail, signs in. */
  async signsUp(business?: { name: string; country: string; zone: string }): Promise<void> {
    const { email, password, name, zone } = this;
    await this.post('/registrations', { email, password, name, zone, ...(business ? { business } : {}) });
    await this.world.time.quiet();
    await this.post('/email-verifications', { token: await this.world.verificationToken(email) });
    await this.signsIn();
  }

  async signsIn(): Promise<void> {
    const me = await this.post<{ id: string }>('/sessions', { email: this.email, password: this.password });
    this.id = me.id;
  }

  /** The session as a browser keeps it; null before signing in. */
  get cookie(): { name: string; value: string } | null {
    const [name = '', value = ''] = this.#cookie?.split('=', 2) ?? [];
    return name === '' ? null : { name, value };
  }

  /** Shows the password once more, as the screens ask for it before money is sent elsewhere. */
  async stepsUp(): Promise<void> {
    await this.post('/step-ups', { password: this.password });
  }

  get<T>(path: string): Promise<T> {
    return this.#send<T>('GET', path);
  }

  post<T>(path: string, body: Body = {}): Promise<T> {
    return this.#send<T>('POST', path, body);
  }

  put<T>(path: string, body: Body): Promise<T> {
    return this.#send<T>('PUT', path, body);
  }

  patch<T>(path: string, body: Body): Promise<T> {
    return this.#send<T>('PATCH', path, body);
  }

  delete<T>(path: string): Promise<T> {
    return this.#send<T>('DELETE', path);
  }

  async #send<T>(method: string, path: string, body?: Body): Promise<T> {
    const response = await fetch(`${this.world.apiUrl}/api${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(this.#cookie ? { cookie: this.#cookie } : {}),
        ...(method === 'GET' ? {} : { 'idempotency-key': randomUUID() }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const cookie = response.headers.getSetCookie()[0];
    if (cookie) this.#cookie = cookie.split(';')[0];
    const text = await response.text();
    if (!response.ok) throw new Refused(response.status, JSON.parse(text) as Refused['problem']);
    return (text ? JSON.parse(text) : undefined) as T;
  }
}
