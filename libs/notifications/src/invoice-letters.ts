import type { ChargeFailed, InvoiceUncollectible } from '@app/billing';
import { Database } from '@app/database';
import { Accounts, Businesses } from '@app/identity';
import { Money } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import type { AddressedLetter, Letter } from './letter.ts';
import {
  chargeFailed,
  givenUpForAssistant,
  givenUpForClient,
  invoiceIssued,
  type InvoiceNamed,
  paidAfterAll,
  payAtRisk,
} from './mails/invoices.ts';

const PAGE = 500;
const BEFORE_ALL_IDS = '00000000-0000-0000-0000-000000000000';

interface InvoiceFacts {
  id: string;
  number: string;
  clientId: string;
  client: string;
  total: string;
  reviewEndsAt: Date;
}

/** What happens to invoices, to those who pay them and to those who are paid by them. */
@Injectable()
export class InvoiceLetters {
  constructor(
    private readonly db: Database,
    private readonly businesses: Businesses,
    private readonly accounts: Accounts,
  ) {}

  /** Every invoice of one run, to whoever pays and whoever approves; read a page at a time. */
  async *issued(at: Date): AsyncGenerator<AddressedLetter> {
    for (let after = BEFORE_ALL_IDS, page = await this.#issued(at, after); page.length > 0;) {
      const people = await this.businesses.addressees(
        page.map(({ clientId }) => clientId),
        'finance',
        'approver',
      );
      for (const invoice of page) {
        const letter = invoiceIssued(namedIn(invoice), invoice.reviewEndsAt);
        for (const to of people.get(invoice.clientId) ?? []) yield { about: `${invoice.id}/${to.id}`, to, letter };
      }
      after = page.at(-1)?.id ?? after;
      page = await this.#issued(at, after);
    }
  }

  /** The client's people are asked for another card, and each assistant is told what waits for it. */
  async chargeFailed(
    invoiceId: string,
    nextAttemptAt: Date | null,
    wants: ChargeFailed['payload']['wants'],
  ): Promise<AddressedLetter[]> {
    const invoice = await this.#one(invoiceId);
    const { clientId, client } = invoice;

    const payers = (await this.businesses.addressees([clientId], 'finance')).get(clientId) ?? [];
    const request = chargeFailed(namedIn(invoice), nextAttemptAt, wants);
    const asked = payers.map((to) => ({ about: to.id, to, letter: request }));

    const exposed = await this.#exposed(invoiceId);
    const assistants = await this.accounts.addressees([...exposed.keys()]);
    const warned = [...assistants.values()].map((to) => ({
      about: to.id,
      to,
      letter: payAtRisk(client, exposed.get(to.id) ?? Money.usd(0), nextAttemptAt),
    }));
    return [...asked, ...warned];
  }

  /** Nobody tries any more. */
  async givenUp(invoiceId: string, outcome: InvoiceUncollectible['payload']['outcome']): Promise<AddressedLetter[]> {
    const invoice = await this.#one(invoiceId);
    const { clientId, client } = invoice;
    const payers = (await this.businesses.addressees([clientId], 'finance')).get(clientId) ?? [];
    const asked = payers.map((to) => ({ about: to.id, to, letter: givenUpForClient(namedIn(invoice)) }));
    return [
      ...asked,
      ...(await this.#toAssistants(invoiceId, (earned) => givenUpForAssistant(client, earned, outcome))),
    ];
  }

  /** A charge had failed, and now it is paid. */
  async paidAfterAll(invoiceId: string): Promise<AddressedLetter[]> {
    const { client } = await this.#one(invoiceId);
    return this.#toAssistants(invoiceId, (earned) => paidAfterAll(client, earned));
  }

  async #toAssistants(invoiceId: string, letter: (earned: Money) => Letter): Promise<AddressedLetter[]> {
    const exposed = await this.#exposed(invoiceId);
    const assistants = await this.accounts.addressees([...exposed.keys()]);
    return [...assistants.values()].map((to) => ({
      about: `${to.id}/assistant`,
      to,
      letter: letter(exposed.get(to.id) ?? Money.usd(0)),
    }));
  }

  async #one(invoiceId: string): Promise<InvoiceFacts> {
    const [invoice] = await this.#invoices('i.id = $1', [invoiceId]);
    if (!invoice) throw new Error(`An event told of invoice ${invoiceId}, which is not there`);
    return invoice;
  }

  #issued(at: Date, after: string): Promise<InvoiceFacts[]> {
    return this.#invoices(`i.issued_at = $1 and i.id > $2 order by i.id limit ${PAGE}`, [at, after]);
  }

  #invoices(where: string, values: unknown[]): Promise<InvoiceFacts[]> {
    return this.db.reader.query(
      `select i.id, i.number, i.client_id as "clientId", b.name as client, i.total_cents as total,
              i.review_ends_at as "reviewEndsAt"
         from invoice i join business b on b.id = i.client_id where ${where}`,
      values,
    );
  }

  /** What each assistant has earned on the invoice. */
  async #exposed(invoiceId: string): Promise<Map<string, Money>> {
    const rows = await this.db.reader.query<{ assistant: string; cents: string }[]>(
      `select assistant_id as assistant, sum(amount_cents) as cents from earning where invoice_id = $1 group by 1`,
      [invoiceId],
    );
    return new Map(rows.map(({ assistant, cents }) => [assistant, Money.usd(Number(cents))]));
  }
}

function namedIn({ id, number, client, total }: InvoiceFacts): InvoiceNamed {
  return { id, number, business: client, total: Money.usd(Number(total)) };
}
