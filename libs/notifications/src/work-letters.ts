import { Database } from '@app/database';
import { Accounts, Businesses } from '@app/identity';
import { Injectable } from '@nestjs/common';

import type { AddressedLetter, Letter } from './letter.ts';
import { resumed, suspendedForAssistant, suspendedForClient } from './mails/work.ts';

/** Work for a client stops, or goes on: told to its people and to everybody who works for it. */
@Injectable()
export class WorkLetters {
  constructor(
    private readonly db: Database,
    private readonly businesses: Businesses,
    private readonly accounts: Accounts,
  ) {}

  async suspended(clientId: string, cause: 'unpaid' | 'chargeback'): Promise<AddressedLetter[]> {
    const business = await this.#nameOf(clientId);
    return this.#toBoth(clientId, suspendedForClient(business, cause), suspendedForAssistant(business, cause));
  }

  async resumed(clientId: string): Promise<AddressedLetter[]> {
    const business = await this.#nameOf(clientId);
    return this.#toBoth(clientId, resumed(business, '/hire'), resumed(business, '/assist'));
  }

  async #toBoth(clientId: string, client: Letter, assistant: Letter): Promise<AddressedLetter[]> {
    const people = (await this.businesses.addressees([clientId], 'finance')).get(clientId) ?? [];
    const assistants = await this.accounts.addressees(await this.#assistantsOf(clientId));
    return [
      ...people.map((to) => ({ about: to.id, to, letter: client })),
      ...[...assistants.values()].map((to) => ({ about: `${to.id}/assistant`, to, letter: assistant })),
    ];
  }

  async #assistantsOf(clientId: string): Promise<string[]> {
    const rows = await this.db.reader.query<{ id: string }[]>(
      `select distinct assistant_id as id from contract where client_id = $1 and state in ('active', 'paused')`,
      [clientId],
    );
    return rows.map(({ id }) => id);
  }

  async #nameOf(clientId: string): Promise<string> {
    const [business] = await this.db.reader.query<{ name: string }[]>(`select name from business where id = $1`, [
      clientId,
    ]);
    return business?.name ?? '';
  }
}
