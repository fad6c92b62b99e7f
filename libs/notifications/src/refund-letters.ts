import { Database } from '@app/database';
import { Accounts, Businesses } from '@app/identity';
import { Money } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import type { AddressedLetter, Letter } from './letter.ts';
import { creditNote, debtTaken, type GivenBack, paidLess, refund, refundArrived } from './mails/refunds.ts';

interface Row extends Omit<GivenBack, 'total' | 'amount'> {
  clientId: string;
  assistantId: string;
  totalCents: number;
  amountCents: number;
  carriedBy: 'assistant' | 'platform';
  wasSent: boolean;
}

/** Money that goes back, to both whose it was and whose it is. */
@Injectable()
export class RefundLetters {
  constructor(
    private readonly db: Database,
    private readonly businesses: Businesses,
    private readonly accounts: Accounts,
  ) {}

  async givenBack(giveBackId: string, how: 'credit_note' | 'refund'): Promise<AddressedLetter[]> {
    const given = await this.#facts(giveBackId);
    const letter = how === 'credit_note' ? creditNote(given) : refund(given);
    const payers = await this.#payers(given.clientId, letter);
    if (given.carriedBy === 'platform') return payers;
    return [...payers, ...(await this.#assistant(given.assistantId, paidLess(given, given.wasSent)))];
  }

  /** Nobody, for one that no decision stands behind. */
  async arrived(refundId: string): Promise<AddressedLetter[]> {
    const given = await this.#facts(refundId).catch(() => null);
    return given === null ? [] : this.#payers(given.clientId, refundArrived(given));
  }

  async debtTaken(
    debtId: string,
    by: 'reversal' | 'transfer',
    takenCents: number,
    leftCents: number,
  ): Promise<AddressedLetter[]> {
    const [debt] = await this.db.reader.query<[{ business: string; title: string; assistantId: string }]>(
      `select b.name as business, c.title, d.assistant_id as "assistantId"
         from assistant_debt d join business b on b.id = d.client_id
         join invoice_line l on l.id = d.line_id join contract c on c.id = l.contract_id where d.id = $1`,
      [debtId],
    );
    const facts = { ...debt, by, taken: Money.usd(takenCents), left: Money.usd(leftCents) };
    return this.#assistant(debt.assistantId, debtTaken(facts));
  }

  async #payers(clientId: string, letter: Letter): Promise<AddressedLetter[]> {
    const payers = (await this.businesses.addressees([clientId], 'finance')).get(clientId) ?? [];
    return payers.map((to) => ({ about: to.id, to, letter }));
  }

  async #assistant(id: string, letter: Letter): Promise<AddressedLetter[]> {
    const to = (await this.accounts.addressees([id])).get(id);
    return to ? [{ about: to.id, to, letter }] : [];
  }

  async #facts(giveBackId: string): Promise<GivenBack & Row> {
    const [row] = await this.db.reader.query<Row[]>(
      `select g.invoice_id as "invoiceId", i.number, b.name as business, c.title, a.name as assistant,
              g.cause_kind as cause, g.client_id as "clientId",
              g.assistant_id as "assistantId", (g.amount_cents + g.fee_cents)::int as "totalCents", g.amount_cents::int as "amountCents",
              g.carried_by as "carriedBy", exists (select from assistant_debt d where d.give_back_id = g.id) as "wasSent"
         from give_back g join invoice i on i.id = g.invoice_id join business b on b.id = g.client_id
         join invoice_line l on l.id = g.line_id join contract c on c.id = l.contract_id join account a on a.id = g.assistant_id
        where g.id = $1`,
      [giveBackId],
    );
    if (!row) throw new Error(`There is no decision ${giveBackId}`);
    return { ...row, total: Money.usd(row.totalCents), amount: Money.usd(row.amountCents) };
  }
}
