import { Database } from '@app/database';
import type { ChargebackDecided } from '@app/disputes';
import { Accounts, Businesses } from '@app/identity';
import { Money } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import type { AddressedLetter, Letter } from './letter.ts';
import {
  answerWanted,
  carrierChosen,
  type ChargebackNamed,
  decidedForAssistant,
  decidedForClient,
  decidedForStaff,
  openedForAssistant,
  openedForClient,
} from './mails/chargebacks.ts';

interface Row {
  clientId: string;
  business: string;
  number: string;
  amount: string;
  dueBy: Date | null;
  /** Why the assistant bears it, in the words of staff; null: Kontor does. */
  borneBecause: string | null;
}

interface Touched {
  assistant: string;
  cents: string;
  sent: boolean;
}

/** A bank takes money back: told to whom it concerns. */
@Injectable()
export class ChargebackLetters {
  constructor(
    private readonly db: Database,
    private readonly businesses: Businesses,
    private readonly accounts: Accounts,
  ) {}

  /** An inquiry moves no money: the client and staff hear of it, and no assistant. */
  async opened(id: string, inquiry: boolean): Promise<AddressedLetter[]> {
    const { clientId, dueBy, facts } = await this.#facts(id);
    const touched = inquiry ? new Map<string, Touched>() : await this.#touched(id);
    return [
      ...(await this.#toClient(clientId, openedForClient(facts, inquiry))),
      ...(await this.#toAssistants(touched, ({ cents, sent }) =>
        openedForAssistant(facts, Money.usd(Number(cents)), sent),
      )),
      ...(await this.#toStaff(answerWanted(facts, id, dueBy))),
    ];
  }

  async decided(id: string, outcome: ChargebackDecided['payload']['outcome']): Promise<AddressedLetter[]> {
    const { clientId, borneBecause, facts } = await this.#facts(id);
    const touched = outcome === 'inquiry_closed' ? new Map<string, Touched>() : await this.#touched(id);
    return [
      ...(await this.#toClient(clientId, decidedForClient(facts, outcome))),
      ...(await this.#toAssistants(touched, () =>
        decidedForAssistant(facts, outcome === 'lost' ? borneBecause : null),
      )),
      ...(await this.#toStaff(decidedForStaff(facts, id, outcome))),
    ];
  }

  /** To the assistants whose work it is about: what it means to them, and why. */
  async carrierChosen(id: string, carriedBy: 'platform' | 'assistant'): Promise<AddressedLetter[]> {
    const { borneBecause, facts } = await this.#facts(id);
    const letter = carrierChosen(facts, carriedBy === 'assistant' ? borneBecause : null);
    return this.#toAssistants(await this.#touched(id), () => letter);
  }

  async dueSoon(id: string, dueBy: Date): Promise<AddressedLetter[]> {
    const { facts } = await this.#facts(id);
    return this.#toStaff(answerWanted(facts, id, dueBy));
  }

  async #facts(id: string): Promise<Omit<Row, keyof ChargebackNamed> & { facts: ChargebackNamed }> {
    const [row] = await this.db.reader.query<Row[]>(
      `select c.client_id as "clientId", b.name as business, i.number, c.amount_cents as amount, c.due_by as "dueBy",
              case when c.carried_by = 'assistant' then c.carried_reason end as "borneBecause"
         from chargeback c join business b on b.id = c.client_id join invoice i on i.id = c.invoice_id where c.id = $1`,
      [id],
    );
    if (!row) throw new Error(`An event told of chargeback ${id}, which is not there`);
    const { clientId, business, number, amount, dueBy, borneBecause } = row;
    return { clientId, dueBy, borneBecause, facts: { business, number, amount: Money.usd(Number(amount)) } };
  }

  async #touched(id: string): Promise<Map<string, Touched>> {
    const rows = await this.db.reader.query<Touched[]>(
      `select l.assistant_id as assistant, sum(x.amount_cents) as cents,
              bool_and(not exists (select from earning e where e.line_id = l.id and e.state in ('held', 'due', 'blocked'))) as sent
         from chargeback_line x join invoice_line l on l.id = x.line_id where x.chargeback_id = $1 group by 1`,
      [id],
    );
    return new Map(rows.map((row) => [row.assistant, row]));
  }

  async #toClient(clientId: string, letter: Letter): Promise<AddressedLetter[]> {
    const people = (await this.businesses.addressees([clientId], 'finance')).get(clientId) ?? [];
    return people.map((to) => ({ about: to.id, to, letter }));
  }

  async #toAssistants(
    touched: ReadonlyMap<string, Touched>,
    letter: (of: Touched) => Letter,
  ): Promise<AddressedLetter[]> {
    const people = await this.accounts.addressees([...touched.keys()]);
    return [...people.values()].flatMap((to) => {
      const of = touched.get(to.id);
      return of ? [{ about: `${to.id}/assistant`, to, letter: letter(of) }] : [];
    });
  }

  async #toStaff(letter: Letter): Promise<AddressedLetter[]> {
    const rows = await this.db.reader.query<{ id: string }[]>(
      `select account_id as id from staff_grant where revoked_at is null`,
    );
    const people = await this.accounts.addressees(rows.map(({ id }) => id));
    return [...people.values()].map((to) => ({ about: `${to.id}/staff`, to, letter }));
  }
}
